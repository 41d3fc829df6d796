import { schema } from "@stsphera/db";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createTestWorld, refusalOf, type World } from "../testing/index.ts";
import { command } from "./command.ts";
import type { Context, Tx } from "./context.ts";
import { forbidden, notFound } from "./errors.ts";

let world: World;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const { auditLog, outbox, users } = schema;

/** Renames a user; `during` runs inside the transaction, before anything is written. */
function rename(during: (tx: Tx, ctx: Context) => Promise<void> = async () => undefined) {
  return command({
    name: "test.rename",
    permissions: ["profile.edit"],
    input: z.strictObject({ userId: z.int(), name: z.string().min(2) }),
    load: async (tx, _ctx, { userId }) => {
      const [user] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
      if (user === undefined) throw notFound();
      return user;
    },
    authorize: (ctx, user) => {
      if (ctx.actor.kind === "user" && ctx.actor.id !== user.id) throw forbidden("profile.edit");
    },
    execute: async (tx, { ctx, input, target }) => {
      await during(tx, ctx);
      await tx.update(users).set({ fullName: input.name }).where(eq(users.id, target.id));
      return {
        result: { name: input.name, at: ctx.now.toISOString() },
        changes: [
          {
            entityType: "user",
            entityId: target.id,
            objectId: null,
            before: { name: target.fullName },
            after: { name: input.name },
          },
        ],
        events: [
          {
            type: "user.role_changed" as const,
            objectId: null,
            entityType: "user",
            entityId: target.id,
            payload: {},
          },
        ],
      };
    },
  });
}
const nameOf = async (userId: number) =>
  (await world.db.orm.select().from(users).where(eq(users.id, userId)))[0]?.fullName;

describe("a command", () => {
  it("writes its change, its audit row and its event in one transaction, under one command id", async () => {
    const person = await world.createUser();
    await rename().run(world.ctx(person, { requestId: "r-1" }), { userId: person.id, name: "Пётр Сычёв" });
    const audits = await world.db.orm.select().from(auditLog).where(eq(auditLog.requestId, "r-1"));
    const events = await world.db.orm.select().from(outbox).where(eq(outbox.entityId, person.id));
    expect(audits).toMatchObject([
      { action: "test.rename", actorId: person.id, after: { name: "Пётр Сычёв" } },
    ]);
    expect(events).toMatchObject([
      { commandId: audits[0]?.commandId, type: "user.role_changed", relayedAt: null },
    ]);
  });

  it("leaves nothing behind when it fails in the middle", async () => {
    const person = await world.createUser();
    const before = await world.traces();
    const failing = rename(async (tx) => {
      await tx.execute(sql`select 1 / 0`);
    });
    await expect(failing.run(world.ctx(person), { userId: person.id, name: "Кто-то" })).rejects.toThrow();
    expect(await nameOf(person.id)).toBe("Иван Жилин");
    expect(await world.traces()).toEqual(before);
  });

  it("checks input first, then existence, then rights", async () => {
    const person = await world.createUser();
    const other = await world.createUser();
    const run = (input: { userId: number; name: string }) =>
      refusalOf(rename().run(world.ctx(person), input));
    expect((await run({ userId: 999_999, name: "" })).code).toBe("validation_failed");
    expect((await run({ userId: 999_999, name: "Кто-то" })).code).toBe("not_found");
    expect((await run({ userId: other.id, name: "Кто-то" })).code).toBe("forbidden");
  });

  it("reports each invalid field, unknown ones too", async () => {
    const person = await world.createUser();
    const input = { userId: person.id, name: "П", extra: 1 } as never;
    const refused = await refusalOf(rename().run(world.ctx(person), input));
    expect(refused.details.fields?.map((field) => field.path).sort()).toEqual(["extra", "name"]);
  });

  it("is retried when PostgreSQL aborts it because of a deadlock", async () => {
    const person = await world.createUser();
    let attempts = 0;
    const unlucky = rename(async (tx) => {
      attempts += 1;
      if (attempts < 3)
        await tx.execute(sql`do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$`);
    });
    await unlucky.run(world.ctx(person), { userId: person.id, name: "Третий раз" });
    expect(attempts).toBe(3);
    expect(await nameOf(person.id)).toBe("Третий раз");
  });
});

describe("an idempotency key", () => {
  it("returns the first answer again, also later, and changes nothing twice", async () => {
    const person = await world.createUser();
    const input = { userId: person.id, name: "Один раз" };
    const first = await rename().run(world.ctx(person, { idempotencyKey: "k" }), input);
    const before = await world.traces();
    const later = world.ctx(person, { idempotencyKey: "k", now: new Date(world.now.getTime() + 60_000) });
    expect(await rename().run(later, input)).toEqual(first);
    expect(await world.traces()).toEqual(before);
  });

  it("ignores the order of the fields, but not their values", async () => {
    const person = await world.createUser();
    const ctx = world.ctx(person, { idempotencyKey: "k" });
    await rename().run(ctx, { userId: person.id, name: "Один раз" });
    await rename().run(ctx, { name: "Один раз", userId: person.id });
    const refused = await refusalOf(rename().run(ctx, { userId: person.id, name: "Другой" }));
    expect(refused.code).toBe("idempotency_mismatch");
  });

  it("is scoped to its user, and a refused request stores none", async () => {
    const [one, two] = [await world.createUser(), await world.createUser()];
    await refusalOf(rename().run(world.ctx(one, { idempotencyKey: "k" }), { userId: two.id, name: "Чужой" }));
    await rename().run(world.ctx(one, { idempotencyKey: "k" }), { userId: one.id, name: "Первый" });
    await rename().run(world.ctx(two, { idempotencyKey: "k" }), { userId: two.id, name: "Второй" });
    expect([await nameOf(one.id), await nameOf(two.id)]).toEqual(["Первый", "Второй"]);
  });

  it("of a request still running gives in_progress, and only one of many parallel requests runs", async () => {
    const person = await world.createUser();
    let runs = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = rename(async () => {
      runs += 1;
      await held;
    });
    const ctx = world.ctx(person, { idempotencyKey: "busy" });
    const input = { userId: person.id, name: "Медленно" };
    const first = slow.run(ctx, input);
    await expect.poll(() => runs).toBe(1);
    const second = await refusalOf(slow.run(ctx, input));
    expect(second.code).toBe("in_progress");
    release();
    expect(await slow.run(ctx, input).catch((error: unknown) => error)).toBeDefined();
    expect(await first).toMatchObject({ name: "Медленно" });
    expect(await slow.run(ctx, input)).toEqual(await first);
    expect(runs).toBe(1);
  });
});
