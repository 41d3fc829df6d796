import type { CrewRef } from "@stsphera/contracts";
import { shortName, withUnit } from "@stsphera/contracts/format";
import type { Words } from "./words.ts";

/** A crew as people call it: «Громов · 8 чел. · 8 ч»; missing parts are left out. */
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

/** The form's crew with this id, with the chosen number of workers. */
export function crewOf(crews: readonly CrewRef[], crewId: unknown, workers: number | null) {
  const crew = crews.find(({ id }) => String(id) === String(crewId));
  return crew === undefined ? null : { id: crew.id, lead: crew.lead, workers: workers ?? crew.size };
}
