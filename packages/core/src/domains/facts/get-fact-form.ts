import { type FactForm, factFormQuery, type FactFormLine, id, type NoLines } from "@stsphera/contracts";
import { can, limitOn, sees } from "@stsphera/rbac";
import { z } from "zod";
import { big, decimal, remainingOf } from "../calculation/index.ts";
import { forbidden, invalidField, notFound, personOf, query, addDays } from "../../kernel/index.ts";
import { countLines } from "./count-lines.ts";
import { mayEnterOldDays } from "./fact-rules.ts";
import type { OrderedCell } from "./order-lines.ts";
import { planOfLine } from "./plan-today.ts";
import { readDayLines } from "./read-day-lines.ts";
import type { FormFrame } from "./read-form-frame.ts";

const OLDEST = "2000-01-01";
/** Lines that a form shows; on a day with more entries the older ones are among the others. */
const MAX_SHOWN = 60;

/** The form of a day: lines in working order, with plan, remainder, and what was entered already. */
export const getFactForm = query({
  name: "fact.form",
  permissions: ["fact.enter"],
  input: z.strictObject({ objectId: id, ...factFormQuery.shape }),
  read: async (ctx, { objectId, date, shift, others: withOthers }): Promise<FactForm> => {
    if (!sees(ctx.actor, objectId)) throw notFound();
    if (!can(ctx.actor, "fact.enter", { objectId })) throw forbidden("fact.enter");
    const person = personOf(ctx);
    const crewOnly = limitOn(person, "fact.enter", { objectId }) === "own_crew";
    const day = await readDayLines(ctx.db, { objectId, date, shift, now: ctx.now }, { person, crewOnly });
    if (day === null) throw notFound();
    const { frame, lines, others } = day;
    if (frame.date > frame.today) throw invalidField("date", "date_future", { date: frame.date });
    const { ownCrewIds } = frame;
    const shown = new Set(lines.slice(0, MAX_SHOWN));
    const left = [...lines.filter((line) => !shown.has(line)), ...others];
    const asLine = (cell: OrderedCell) => toLine(cell, frame);
    return {
      object: { id: frame.id, name: frame.name, status: frame.status, heldSince: frame.heldSince },
      date: frame.date,
      today: frame.today,
      dayEndsAt: frame.dayEndsAt,
      earliest: mayEnterOldDays(person, objectId) ? OLDEST : frame.earliest,
      dayOff: !frame.working,
      shift: frame.shift,
      shiftHours: frame.shiftHours,
      closed: frame.closed,
      nights: frame.nights,
      lines: [...shown].map(asLine),
      others: withOthers ? left.map(asLine) : [],
      othersCount: left.length,
      counts: {
        all: countLines(lines, frame),
        mine:
          frame.zones.length === 0
            ? null
            : countLines(
                lines.filter(({ whose }) => whose !== "other"),
                frame,
              ),
      },
      zones: frame.zones.map(({ name, facade }) => ({ name, facade })),
      standsFor: frame.standsFor,
      returned: frame.returned,
      nobodyConfirms: frame.unconfirmed,
      noLines: lines.length + others.length > 0 ? null : whyNoLines(frame, crewOnly),
      crews: crewOnly ? frame.crews.filter((crew) => ownCrewIds.includes(crew.id)) : frame.crews,
    };
  },
});

function whyNoLines({ planned, ownCrewIds }: FormFrame, crewOnly: boolean): NoLines {
  if (!planned) return "no_plan";
  if (!crewOnly) return "all_done";
  return ownCrewIds.length === 0 ? "no_crew" : "no_crew_lines";
}

function toLine(cell: OrderedCell, { date, today }: Pick<FormFrame, "date" | "today">): FactFormLine {
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
    planToday: planOfLine(cell.planOfDay, { ...cell, date, today, left }),
    yesterday: last !== null && last.date >= addDays(date, -7) ? last : null,
    today: newest === null || cell.doneOfDay === null ? null : { quantity: cell.doneOfDay, ...newest },
    suggestedCrewId: last?.crewId ?? cell.paceCrewId,
    requiresPhoto: cell.requiresPhoto,
    gate: null,
    whose: cell.whose,
  };
}
