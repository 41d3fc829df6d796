import { type FactForm, factFormQuery, type FactFormLine, id } from "@stsphera/contracts";
import { can, sees } from "@stsphera/rbac";
import { z } from "zod";
import { big, decimal, remainingOf } from "../calculation/index.ts";
import { forbidden, invalidField, notFound, personOf, query, addDays } from "../../kernel/index.ts";
import { mayEnterOldDays } from "./fact-rules.ts";
import { planToday } from "./plan-today.ts";
import { readDayLines } from "./read-day-lines.ts";
import type { FormCell } from "./read-fact-form.ts";

const OLDEST = "2000-01-01";

/** The form of a day: lines in working order, with plan, remainder, and what was entered already. */
export const getFactForm = query({
  name: "fact.form",
  permissions: ["fact.enter"],
  input: z.strictObject({ objectId: id, ...factFormQuery.shape }),
  read: async (ctx, { objectId, date }): Promise<FactForm> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.enter", { objectId })) throw forbidden("fact.enter");
    const day = await readDayLines(ctx.db, { objectId, date, now: ctx.now });
    if (day === null) throw notFound();
    const { frame, lines, others } = day;
    if (frame.date > frame.today) throw invalidField("date", "date_future", { date: frame.date });
    const asLine = (cell: FormCell) => toLine(cell, frame.date);
    return {
      object: { id: frame.id, name: frame.name, status: frame.status },
      date: frame.date,
      today: frame.today,
      earliest: mayEnterOldDays(personOf(ctx), objectId) ? OLDEST : frame.earliest,
      dayOff: !frame.working,
      shift: frame.shift,
      shiftHours: frame.shiftHours,
      lines: lines.map(asLine),
      others: others.map(asLine),
      crews: frame.crews,
    };
  },
});

function toLine(cell: FormCell, date: string): FactFormLine {
  const remaining = remainingOf(cell.planTotal, cell.done);
  const left = decimal(
    big(cell.planTotal)
      .minus(cell.done)
      .plus(cell.doneOfDay ?? 0),
  );
  const { last } = cell;
  const newest = cell.newestOfDay;
  return {
    floorVolumeId: cell.floorVolumeId,
    workType: { id: cell.workTypeId, code: cell.workCode, name: cell.workName, unit: cell.unit },
    facade: cell.facade,
    floor: cell.floor,
    planTotal: cell.planTotal,
    done: cell.done,
    remaining,
    planToday: cell.planOfDay ?? planToday({ ...cell, date, left }),
    yesterday: last !== null && last.date >= addDays(date, -7) ? last : null,
    today: newest === null || cell.doneOfDay === null ? null : { quantity: cell.doneOfDay, ...newest },
    suggestedCrewId: last?.crewId ?? cell.paceCrewId,
    requiresPhoto: cell.requiresPhoto,
    gate: null,
  };
}
