import type { FactForm } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";

export type CrewRef = FactForm["crews"][number];

/** A crew is called by its lead: «Громов». */
export const crewName = (crew: Pick<CrewRef, "lead" | "name">): string => shortName(crew.lead) || crew.name;
