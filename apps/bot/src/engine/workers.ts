import type { ObjectCard } from "@stsphera/contracts";
import type { Choosable } from "./people-chooser.ts";

/** Members who can have work on their hands: everybody but observers. */
export const workersOf = ({ team }: ObjectCard): Choosable[] =>
  team
    .filter(({ roles }) => roles.some((role) => role !== "viewer"))
    .map(({ userId, fullName, roles }) => ({ id: userId, fullName, roles }));
