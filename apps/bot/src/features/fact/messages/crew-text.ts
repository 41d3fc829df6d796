import type { CrewRef } from "@stsphera/contracts";
import { shortName, withUnit } from "@stsphera/contracts/format";
import type { Words } from "../../../engine/words.ts";

/** A crew as people call it: «Громов · 8 чел. · 8 ч»; absent parts are left out. */
export function crewText(
  { locale }: Words,
  crew: { lead: string; workers: number | null; hours?: string | null },
  separator = " · ",
): string {
  const parts = [
    shortName(crew.lead),
    crew.workers === null ? null : withUnit(String(crew.workers), "чел.", locale),
    crew.hours === null || crew.hours === undefined ? null : withUnit(crew.hours, "ч", locale),
  ];
  return parts.filter((part) => part !== null).join(separator);
}

/** The chosen crew of a dialogue among those of the form. */
export function chosenCrew(
  crews: readonly CrewRef[],
  chosen: { id: number | null; workers: number | null } | null,
): { lead: string; workers: number | null } | null {
  const crew = crews.find(({ id }) => id === chosen?.id);
  return crew === undefined ? null : { lead: crew.lead, workers: chosen?.workers ?? crew.size };
}
