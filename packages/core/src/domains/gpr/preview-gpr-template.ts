import { type GprTemplateDates, gprTemplateDatesQuery } from "@stsphera/contracts";
import { allDates, computeSchedule } from "@stsphera/schedule";
import { networkOfTemplate, type Template } from "@stsphera/schedule/templates";
import { invalidField, query } from "../../kernel/index.ts";
import { shipped } from "./templates/find-template.ts";
import { calendarOf, type StoredCalendar, workdaysOfCalendar } from "./gpr-calendar.ts";

/** The calendar, and the template where it was made here: $1 code. */
const STATEMENT = `select
  (select coalesce(json_agg(json_build_array(y.year, y.days_off, y.working_weekends)), '[]')
    from production_calendars y) as years,
  (select json_build_object('rows', t.rows, 'links', t.links) from gpr_templates t
    where t.code = $1 and t.archived_at is null) as own`;

type Stored = Pick<StoredCalendar, "years"> & { own: Pick<Template, "rows" | "links"> | null };

type Dates = { start: string; finish: string };

/** The first and the last day of some rows. */
const spanOf = (dates: readonly Dates[]): { from: string; to: string } => ({
  from: dates.reduce((first, { start }) => (start < first ? start : first), dates[0]?.start ?? ""),
  to: dates.reduce((last, { finish }) => (finish > last ? finish : last), ""),
});

/** The dates that a template would have on an object that is not there yet, by department. */
export const previewGprTemplate = query({
  name: "gpr.template_dates",
  permissions: [],
  input: gprTemplateDatesQuery,
  read: async (ctx, { template: code, startOn, workWeek, followTransfers }): Promise<GprTemplateDates> => {
    const [stored] = await ctx.db.read<Stored>(STATEMENT, [code]);
    const template = shipped(code) ?? stored?.own ?? null;
    if (template === null) throw invalidField("template", "gpr_unknown_template");
    const week = [...workWeek].map(Number);
    const years = stored?.years ?? [];
    const workdays = workdaysOfCalendar(
      calendarOf({ workWeek: week, followTransfers, years, overrides: [] }),
    );
    const computed = computeSchedule(networkOfTemplate({ code, name: "", ...template }, startOn, workdays));
    if (computed.problems !== undefined) throw invalidField("startOn", "gpr_out_of_range");
    const dates = allDates(computed.schedule);
    const leaves = template.rows.flatMap((row, index) => {
      const own = dates[index];
      return row.parent === null || own === undefined ? [] : [{ department: row.department, ...own }];
    });
    const departments = [...new Set(leaves.map(({ department }) => department))].map((department) => {
      const rows = leaves.filter((row) => row.department === department);
      return { department, rows: rows.length, ...spanOf(rows) };
    });
    const { links } = template;
    return {
      startOn,
      finishOn: spanOf(leaves).to,
      rows: leaves.length,
      links: links.length,
      departments,
    };
  },
});
