import { calendarYearNumber, saveCalendarInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, forbidden, type Tx } from "../../../kernel/index.ts";
import { loadYears } from "../index.ts";
import { lockOpenObjects, moveWorkdays } from "./move-workdays.ts";
import { presentYear, type YearRow } from "./present-year.ts";
import { checkedYear, type YearDays } from "./year-days.ts";

const { productionCalendars } = schema;

/** Publishes or corrects a year; the working days and plans of all open objects are updated. */
export const saveCalendar = command({
  name: "calendar.save",
  permissions: ["settings.manage"],
  input: z.strictObject({ year: calendarYearNumber, ...saveCalendarInput.shape }),
  load: async (tx, _ctx, { year, version: _version, ...asked }) => {
    const days = checkedYear(year, asked);
    const [row] = await tx
      .select()
      .from(productionCalendars)
      .where(eq(productionCalendars.year, year))
      .for("update");
    return { row, days };
  },
  authorize: (ctx, { row }, { year, version }) => {
    if (!can(ctx.actor, "settings.manage")) throw forbidden("settings.manage");
    if ((row?.version ?? null) !== version) {
      throw new DomainError("version_conflict", { current: presentYear(year, row) });
    }
  },
  execute: async (tx, { input: { year }, target: { row, days } }) => {
    await lockOpenObjects(tx);
    const before = await loadYears(tx);
    const saved = await write(tx, { ...days, year, version: (row?.version ?? 0) + 1 });
    const objects = await moveWorkdays(tx, year, before, await loadYears(tx));
    const subject = { entityType: "calendar", entityId: year, objectId: null };
    return {
      result: { ...presentYear(year, saved), objects },
      changes: [{ ...subject, before: row === undefined ? null : daysOf(row), after: daysOf(saved) }],
      events: [{ ...subject, type: "calendar.changed", payload: { year } }],
    };
  },
});

/** Of two parallel publications the second finds the year published and is refused. */
async function write(tx: Tx, row: YearRow): Promise<YearRow> {
  const { year: target, ...set } = row;
  const [written] = await tx
    .insert(productionCalendars)
    .values(row)
    .onConflictDoUpdate({
      target: productionCalendars.year,
      set,
      setWhere: eq(productionCalendars.version, row.version - 1),
    })
    .returning();
  if (written !== undefined) return written;
  const [current] = await tx.select().from(productionCalendars).where(eq(productionCalendars.year, target));
  throw new DomainError("version_conflict", { current: presentYear(target, current) });
}

const daysOf = ({ daysOff, workingWeekends, shortDays }: YearDays): YearDays => ({
  daysOff,
  workingWeekends,
  shortDays,
});
