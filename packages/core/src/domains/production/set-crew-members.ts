import { id, setCrewMembersInput } from "@stsphera/contracts";
import { z } from "zod";
import { command, invalidField, nonEmpty } from "../../kernel/index.ts";
import { assertWorker } from "../objects/index.ts";
import { joinCrew, leaveCrew, membersOf } from "./crew-members.ts";
import { readCrew } from "./crew-row.ts";
import { assertMayManCrew, lockCrew } from "./lock-crew.ts";

/**
 * Says which accounts work in a crew. A member of another crew of the object moves to this one; an account that is not named
 * works in it no longer. A crew's workers need no account.
 */
export const setCrewMembers = command({
  name: "crew.set_members",
  permissions: ["object.team"],
  quiet: true,
  input: z.strictObject({ crewId: id, ...setCrewMembersInput.shape }),
  load: (tx, ctx, { crewId }) => lockCrew(tx, ctx, crewId),
  authorize: assertMayManCrew,
  execute: async (tx, { ctx, input, target: { object, crew } }) => {
    const wanted = [...new Set(input.userIds)];
    const held = await membersOf(tx, crew.id);
    const added = wanted.filter((userId) => !held.includes(userId));
    const removed = held.filter((userId) => !wanted.includes(userId));
    if (added.length === 0 && removed.length === 0) throw invalidField("", "nothing_to_change");
    const changes = [];
    for (const userId of removed) changes.push(await leaveCrew(tx, ctx, object.id, crew.id, userId));
    for (const userId of added) {
      const path = `userIds.${input.userIds.indexOf(userId)}`;
      await assertWorker(tx, object.id, userId, { permission: "fact.enter", path });
      changes.push(...(await joinCrew(tx, { objectId: object.id, crewId: crew.id, userId, now: ctx.now })));
    }
    return { result: await readCrew(tx, crew.id), changes: nonEmpty(changes), events: [] };
  },
});
