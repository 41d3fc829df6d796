import { id, updateCrewInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { z } from "zod";
import { assertVersion, command, invalidField, updateRow } from "../../kernel/index.ts";
import { assertWorker } from "../objects/index.ts";
import { readCrew } from "./crew-row.ts";
import { assertMayManCrew, lockCrew } from "./lock-crew.ts";

/** Changes a crew's name, lead or size; fields that are absent stay. */
export const updateCrew = command({
  name: "crew.update",
  permissions: ["object.team"],
  quiet: true,
  input: z.strictObject({ crewId: id, ...updateCrewInput.shape }),
  load: (tx, ctx, { crewId }) => lockCrew(tx, ctx, crewId),
  authorize: (ctx, target, { version }) => {
    assertMayManCrew(ctx, target);
    assertVersion(target.crew, version);
  },
  execute: async (tx, { input: asked, target: { object, crew } }) => {
    const old = { name: crew.name, lead: crew.lead, leadUserId: crew.leadUserId, size: crew.size };
    const next = {
      name: asked.name ?? old.name,
      lead: asked.lead ?? old.lead,
      leadUserId: asked.leadUserId === undefined ? old.leadUserId : asked.leadUserId,
      size: asked.size ?? old.size,
    };
    const changed = (Object.keys(next) as (keyof typeof next)[]).filter((key) => next[key] !== old[key]);
    if (changed.length === 0) throw invalidField("", "nothing_to_change");
    if (next.leadUserId !== null && next.leadUserId !== old.leadUserId) {
      const work = { permission: "fact.enter", path: "leadUserId" } as const;
      await assertWorker(tx, object.id, next.leadUserId, work);
    }
    await updateRow(tx, schema.crews, crew, next);
    const part = (of: typeof next) => Object.fromEntries(changed.map((key) => [key, of[key]]));
    const subject = { entityType: "crew", entityId: crew.id, objectId: object.id };
    return {
      result: await readCrew(tx, crew.id),
      changes: [{ ...subject, before: part(old), after: part(next) }],
      events: [],
    };
  },
});
