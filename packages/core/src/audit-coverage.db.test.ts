import type { EventType } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { actCaption, fieldCaption, isTechnical, thingCaption } from "@stsphera/contracts/audit/words";
import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tx } from "./kernel/index.ts";
import { sayValue } from "./domains/administration/audit/say-values.ts";
import { ATTACHMENT_RULES, NOTICES } from "./domains/index.ts";
import { inRolledBack } from "./testing/verbs/in-rolled-back.ts";
import { prepareWorld } from "./testing/verbs/prepare-world.ts";
import type { PreparedWorld } from "./testing/verbs/prepared-world.ts";
import { rightsIn } from "./testing/verbs/rights-in.ts";
import { caseOf } from "./testing/verbs/verb-cases.ts";
import { COMMANDS } from "./registry.ts";

const { attachments, auditLog, outbox, users } = schema;

const cardsOf = (type: EventType) =>
  [NOTICES[type]].flat().flatMap((notice) => ("card" in notice ? [notice.card] : []));

let prepared: PreparedWorld;
beforeAll(async () => {
  prepared = await prepareWorld();
});
afterAll(() => prepared.world.close());

/** Names, phones and Telegram ids of all users at this moment: a command may have added some. */
async function personalWords(tx: Tx): Promise<string[]> {
  const people = await tx.select().from(users);
  return people.flatMap(({ fullName, phone, username, telegramId }) =>
    [fullName, phone, username, telegramId].filter((word) => word !== null),
  );
}

const CODE = /^[a-z]+(_[a-z]+)*$/;
/** Fields whose texts are names that people or programs give. */
const NAMED: readonly string[] = [
  "error",
  "browser",
  "address",
  "contentType",
  "timeZone",
  "permission",
  "condition",
];

/** Codes of a row that the log says as they are. */
function codesIn({ entityType, before, after }: typeof auditLog.$inferSelect): string[] {
  const told = { locale: "ru", timeZone: "Europe/Moscow", entityType, people: {} } as const;
  const inValue = (field: string, value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => inValue(field, one));
    if (typeof value === "object" && value !== null)
      return Object.entries(value).flatMap(([name, part]) => inValue(name, part));
    const isCode = typeof value === "string" && CODE.test(value) && !isTechnical(field);
    return isCode && !NAMED.includes(field) && sayValue(field, value, told) === value
      ? [`${field}: ${value}`]
      : [];
  };
  return [before, after].flatMap((values) => inValue("", values));
}

test("only the listed verbs are quiet", () => {
  for (const { name, quiet } of COMMANDS)
    expect(`${name} ${quiet}`).toBe(`${name} ${caseOf(name).quiet === true}`);
});

describe("regression 48: a successful command leaves an audit row, and an event unless it is quiet", () => {
  test.each(COMMANDS)("$name", async (verb) => {
    const { world } = prepared;
    const its = caseOf(verb.name);
    const { doneBy = "admin" } = its;
    const person = await world.as(typeof doneBy === "string" ? doneBy : "admin");
    const actor = typeof doneBy === "string" ? person : doneBy;
    const { audit, personal, events, attachedTo, rights } = await inRolledBack(
      world,
      actor,
      async (ctx, tx) => {
        const input = await its.input({ prepared, actor: person, ctx });
        const before = await rightsIn(tx);
        await verb.run(ctx, input as never);
        const rows = await tx.select().from(auditLog).where(eq(auditLog.requestId, ctx.requestId));
        const told = await tx.select().from(outbox).orderBy(desc(outbox.id)).limit(50);
        const attached = await tx.selectDistinct({ entityType: attachments.entityType }).from(attachments);
        return {
          audit: rows,
          personal: await personalWords(tx),
          rights: { before, after: await rightsIn(tx) },
          events: told.filter((event) => event.commandId === rows[0]?.commandId),
          attachedTo: attached.map(({ entityType }) => entityType),
        };
      },
    );
    if (actor.kind === "user" && !verb.gives)
      expect(rights.after, "changes rights, as only a verb that gives").toBe(rights.before);
    expect(audit.length).toBeGreaterThan(0);
    for (const row of audit) {
      expect(row).toMatchObject({ action: verb.name, commandId: audit[0]?.commandId, at: world.now });
      expect([row.actorId, row.actorJob]).toEqual(
        actor.kind === "system" ? [null, actor.job] : [person.id, null],
      );
      expect(row.before === null && row.after === null).toBe(false);
      const { action, entityType } = row;
      expect(actCaption(action, null, "ru"), "the log has words for it").not.toBe(action);
      expect(thingCaption(entityType, "ru"), "the log has words for it").not.toBe(entityType);
      const hashed = JSON.stringify([row.before, row.after]);
      expect(
        personal.filter((word) => hashed.includes(word)),
        "personal data in a hashed row: declare its field in kernel/personal-values.ts",
      ).toEqual([]);
      const fields = Object.keys({ ...(row.before as object), ...(row.after as object) });
      expect(
        fields.filter((field) => !isTechnical(field) && fieldCaption(field, "ru") === undefined),
        action,
      ).toEqual([]);
      expect(codesIn(row), `${action}: the log would show codes`).toEqual([]);
    }
    expect(events.length > 0).toBe(!verb.quiet);
    const withoutRule = attachedTo.filter((entityType) => ATTACHMENT_RULES[entityType] === undefined);
    expect(withoutRule, "nobody would see the files of").toEqual([]);
    for (const event of events) {
      expect(event).toMatchObject({ relayedAt: null, createdAt: world.now });
      for (const card of cardsOf(event.type)) expect(card.of, card.name).toContain(event.entityType);
    }
  });
});
