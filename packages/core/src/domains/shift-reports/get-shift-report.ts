import { id, type ShiftReport, shiftReportQuery } from "@stsphera/contracts";
import { limitOn } from "@stsphera/rbac";
import { z } from "zod";
import { type Context, forbidden, invalidField, notFound, personOf, query } from "../../kernel/index.ts";
import { assertSeesShifts } from "../shifts/index.ts";
import { contractorDay, journalDay } from "./compose-day.ts";
import { meetingLines } from "./compose-meeting.ts";
import { readDebts } from "./read-debts.ts";
import { readReportDays, type ReportSource } from "./read-report-days.ts";
import { reportWords, sayingIn } from "./report-words.ts";

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
    if (limitOn(ctx.actor, "fact.enter", { objectId }) === "own_crew") throw forbidden("fact.view");
    const month = kind === "meeting" ? undefined : asked.month;
    if (date !== undefined && month !== undefined) throw invalidField("month", "day_or_month");
    const source = await readReportDays(ctx, objectId, kind === "meeting" ? {} : { date, month });
    if (source === null) throw notFound();
    if (source.from > source.today) throw invalidField(month === undefined ? "date" : "month", "date_future");
    const lines = await linesOf(ctx, { ...asked, month }, source);
    const { locale } = personOf(ctx);
    const t = reportWords(locale);
    const day = kind === "meeting" ? source.today : source.from;
    const span = month === undefined ? sayingIn(locale, source.today).day(day) : monthName(month, locale);
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
  const { locale } = personOf(ctx);
  const saying = sayingIn(locale, source.today);
  if (kind === "meeting") return meetingLines(await readDebts(ctx, objectId), saying, locale);
  const composed = source.days.map((day) => {
    const open = day.closed ? [] : [saying.t("open")];
    if (kind === "journal") return [...journalDay(day, saying, locale), ...open];
    const heading = month === undefined ? [] : [saying.t("shift", { date: saying.day(day.date) })];
    return [...heading, ...contractorDay(day, saying, locale), ...open];
  });
  return composed.flatMap((lines, at) => (at === 0 ? lines : ["", ...lines]));
}

/** «сентябрь 2026 г.» */
const monthName = (month: string, locale: "ru" | "en"): string =>
  new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
