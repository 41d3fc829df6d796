import type { ObjectCard } from "@stsphera/contracts";
import type { Choosable } from "../../engine/people-chooser.ts";

/** Members who can have a task on their hands: everybody but observers. */
export const workersOf = ({ team }: ObjectCard): Choosable[] =>
  team
    .filter(({ roles }) => roles.some((role) => role !== "viewer"))
    .map(({ userId, fullName, roles }) => ({ id: userId, fullName, roles }));
