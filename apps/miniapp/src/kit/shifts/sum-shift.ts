import type { DayShifts, ShiftDay } from "@stsphera/contracts";
import { fromMilli, toMilli } from "@stsphera/contracts/format";
import type { Party } from "@stsphera/contracts/vocabulary";

/** The figures of a shift that was read whole: its parts, lines without a fact, idle man-hours. */
export function sumShift({ parts, records }: Pick<ShiftDay, "parts" | "records">): DayShifts {
  const closings = parts.flatMap(({ closing }) => closing ?? []);
  const idle = new Map<Party, number>();
  for (const { kind, party, manHours, withdrawn } of records) {
    if (kind !== "downtime" || party === null || withdrawn !== null) continue;
    idle.set(party, (idle.get(party) ?? 0) + toMilli(manHours));
  }
  return {
    total: parts.length,
    closed: closings.length,
    byItself: closings.filter(({ by }) => by === null).length,
    silent: closings.reduce((sum, { silent }) => sum + silent.length, 0),
    idle: [...idle]
      .toSorted(([, one], [, other]) => other - one)
      .map(([party, hours]) => ({ party, hours: fromMilli(hours) })),
  };
}
