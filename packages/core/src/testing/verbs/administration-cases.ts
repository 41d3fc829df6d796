import { MANY } from "./many.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

type Made = { deliveryId: number };

/** Trouble that has lasted an hour and was not told. */
const LASTING = `
  insert into alert_states (name, differs_since) values ('disk_short', $1::timestamptz - interval '1 hour')
  on conflict (name) do update set bad = false, told_at = null, differs_since = excluded.differs_since`;

const cases: Readonly<Record<string, VerbCase<Made>>> = {
  "system.health": { permission: "settings.manage", doneBy: "admin", input: () => ({}) },
  "alert.try": { permission: "settings.manage", input: () => ({}) },
  "alert.tell": {
    permission: "job",
    doneBy: { kind: "system", job: "watch", permissions: [] },
    input: async ({ ctx }) => {
      await ctx.db.read(LASTING, [ctx.now.toISOString()]);
      return { name: "disk_short", state: "bad", value: 0.05 };
    },
  },
  "delivery.list_failed": { permission: "settings.manage", doneBy: "admin", input: () => ({}) },
  "delivery.repeat": {
    permission: "settings.manage",
    quiet: true,
    input: ({ made: { deliveryId } }) => ({ deliveryId }),
  },
};

export const ADMINISTRATION_CASES = verbsOf<Made>({
  cases,
  prepare: async ({ world, foreman }) => {
    const [row] = await world.db.sql<{ id: number }[]>`
      insert into deliveries (dedupe_key, chat_id, user_id, method, params, priority, status, not_before, created_at, error)
      values ('failed', ${foreman.telegramId}::bigint, ${foreman.id}::int, 'sendMessage', '{"text": "x"}', 2, 'failed',
        ${world.now}, ${world.now}, 'Bad Request') returning id::int as id`;
    if (row === undefined) throw new Error("a message was not stored");
    return { deliveryId: row.id };
  },
  grow: async ({ prepared: { world, foreman } }) => {
    await world.db.sql`
      insert into deliveries (dedupe_key, chat_id, user_id, method, params, priority, status, not_before, created_at, error)
      select 'failed-' || n, ${foreman.telegramId}::bigint, ${foreman.id}::int, 'sendMessage', '{"text": "x"}', 2,
        'failed', ${world.now}, ${world.now}, 'Bad Request' from generate_series(1, ${MANY}::int) n`;
  },
});
