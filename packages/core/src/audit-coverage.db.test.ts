import { schema } from "@stsphera/db";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inRolledBack } from "./testing/verbs/in-rolled-back.ts";
import { prepareWorld, type PreparedWorld } from "./testing/verbs/prepared-world.ts";
import { caseOf } from "./testing/verbs/verb-cases.ts";
import { COMMANDS } from "./registry.ts";

const { auditLog, outbox } = schema;

/** Verbs of bookkeeping, and those whose change no message is made of. */
const QUIET = [
  "crew.create",
  "decisions.mend",
  "me.save_notification_settings",
  "me.update",
  "notification.mark_all_read",
  "notification.mark_read",
  "object_draft.create",
  "object_draft.delete",
  "object_draft.save",
  "sums.mend",
  "work_type.create",
];

let prepared: PreparedWorld;
beforeAll(async () => {
  prepared = await prepareWorld();
});
afterAll(() => prepared.world.close());

test("only verbs that are known to be quiet are quiet", () => {
  const quiet = COMMANDS.filter((command) => command.quiet).map((command) => command.name);
  expect(quiet.sort()).toEqual(QUIET);
});

describe("never-again 48: a command that is done leaves an audit record, and an event unless it is quiet", () => {
  test.each(COMMANDS)("$name", async (verb) => {
    const { world } = prepared;
    const its = caseOf(verb.name);
    const { doneBy = "admin" } = its;
    const person = await world.as(typeof doneBy === "string" ? doneBy : "admin");
    const actor = typeof doneBy === "string" ? person : doneBy;
    const { audit, events } = await inRolledBack(world, actor, async (ctx, tx) => {
      await verb.run(ctx, (await its.input({ prepared, actor: person, ctx })) as never);
      const rows = await tx.select().from(auditLog).where(eq(auditLog.requestId, ctx.requestId));
      const told = await tx.select().from(outbox).orderBy(desc(outbox.id)).limit(50);
      return { audit: rows, events: told.filter((event) => event.commandId === rows[0]?.commandId) };
    });
    expect(audit.length).toBeGreaterThan(0);
    for (const row of audit) {
      expect(row).toMatchObject({ action: verb.name, commandId: audit[0]?.commandId, at: world.now });
      expect([row.actorId, row.actorJob]).toEqual(
        actor.kind === "system" ? [null, actor.job] : [person.id, null],
      );
      expect(row.before === null && row.after === null).toBe(false);
    }
    expect(events.length > 0).toBe(!verb.quiet);
    for (const event of events) expect(event).toMatchObject({ relayedAt: null, createdAt: world.now });
  });
});
