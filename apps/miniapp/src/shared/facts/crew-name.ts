import type { FactForm } from "@stsphera/contracts";

export type CrewRef = FactForm["crews"][number];

/** A crew is called by its lead: «Громов». */
export const crewName = (crew: Pick<CrewRef, "lead" | "name">): string =>
  crew.lead.trim().split(/\s+/).at(-1) || crew.name;
