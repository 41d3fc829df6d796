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
  /** Basic data of the object that the test depends on. */
  passport?: Partial<z.input<typeof createObjectInput>>;
  /** Roles whose users join with that role; by default all member roles. */
  team?: readonly Role[];
  /** Additional members. */
  members?: readonly { actor: UserActor; roles: readonly Role[] }[];
  facades?: readonly string[];
  floors?: readonly string[];
  volumes?: readonly PlannedVolume[];
  /** Whether the object is moved to active; otherwise it stays a draft. */
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
