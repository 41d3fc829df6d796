import { id, type ShiftReport, shiftReportQuery } from "@stsphera/contracts";
import { limitOn } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, forbidden, invalidField, notFound, query } from "../../kernel/index.ts";
import { assertSeesShifts } from "../shifts/index.ts";
import { contractorDay, journalDay } from "./compose-day.ts";
import { meetingLines } from "./compose-meeting.ts";
import { readDebts } from "./read-debts.ts";
import { readReportDays, type ReportSource } from "./read-report-days.ts";
import { saying } from "./report-words.ts";

const input = z.object({ objectId: id, ...shiftReportQuery.shape }).strict();
type Asked = z.output<typeof input>;

/** A text of a shift for people outside the system: plain lines, a title, the name of its file. */
export const getShiftReport = query({
  name: "report.shift",
  permissions: ["fact.view"],
  input,
  read: async (ctx, asked): Promise<ShiftReport> => {
    const { objectId, date, kind } = asked;
    assertSeesShifts(ctx, objectId);
    // Installers see the work of their crews alone, a report tells all of it.
    if (limitOn(ctx.actor, "fact.enter", { objectId }) === "own_crew")
      throw forbidden("fact.view", "report_of_all_crews");
    const month = kind === "meeting" ? undefined : asked.month;
    if (date !== undefined && month !== undefined) throw invalidField("month", "day_or_month");
    const source = await readReportDays(ctx, objectId, kind === "meeting" ? {} : { date, month });
    if (source === null) throw notFound();
    if (source.from > source.today) throw invalidField(month === undefined ? "date" : "month", "date_future");
    const lines = await linesOf(ctx, { ...asked, month }, source);
    const { t } = saying;
    const day = kind === "meeting" ? source.today : source.from;
    const span = month === undefined ? saying.day(day) : saying.month(month);
    const title = t(`title.${kind}`, { object: source.name, span });
    return {
      kind,
      date: day,
      title,
      text: [title, "", ...lines].join("\n"),
      closed: kind === "meeting" || source.days.every(({ closed }) => closed),
      fileName: `${t(`file.${kind}`, { span })}.pdf`,
    };
  },
});

async function linesOf(
  ctx: Context,
  { kind, objectId, month }: Asked,
  source: ReportSource,
): Promise<string[]> {
  if (kind === "meeting") return meetingLines(await readDebts(ctx, objectId), saying);
  const composed = source.days.map((day) => {
    const open = day.settled ? [] : [saying.t("open")];
    if (kind === "journal") return [...journalDay(day, saying), ...open];
    const heading = month === undefined ? [] : [saying.t("shift", { date: saying.day(day.date) })];
    return [...heading, ...contractorDay(day, saying), ...open];
  });
  return composed.flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}
