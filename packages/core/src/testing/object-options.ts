import type { createObjectInput } from "@stsphera/contracts";
import type { Role, UserActor } from "@stsphera/rbac";
import type { z } from "zod";

export type PlannedVolume = {
  facade: string;
  floor: string;
  work: string;
  planQty: string;
  planStart?: string;
  planFinish?: string;
};

export type ObjectOptions = {
  /** Fields of the passport that the test cares about. */
  passport?: Partial<z.input<typeof createObjectInput>>;
  /** Roles whose persons join with that role; all member roles unless said otherwise. */
  team?: readonly Role[];
  /** Further people. */
  members?: readonly { actor: UserActor; roles: readonly Role[] }[];
  facades?: readonly string[];
  floors?: readonly string[];
  volumes?: readonly PlannedVolume[];
  /** Whether it is taken to active; a draft otherwise. */
  active?: boolean;
};

export type TestObject = {
  id: number;
  version: number;
  facadeId(code: string): number;
  floorId(code: string): number;
  /** Id of a cell by the codes of its facade, floor and work type. */
  cell(facade: string, floor: string, work: string): number;
};
