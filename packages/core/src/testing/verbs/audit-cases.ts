import { randomUUID } from "node:crypto";
import { can, type UserActor } from "@stsphera/rbac";
import { MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import type { Expected, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** The history of one object is also visible to readers of the company's history. */
const ofTheCompany = (_prepared: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "audit.view_company") ? "ok" : null;

/** An export of the whole log, as its command records it. */
const EXPORT = `
  insert into audit_log (command_id, action, entity_type, entity_id, actor_id, request_id, at, after)
  values (gen_random_uuid(), 'audit.export', 'audit_log', $1, $1, $2, $3::timestamptz,
    jsonb_build_object('key', $4::text, 'filters', '{}'::jsonb, 'expiresAt', $3::timestamptz + interval '1 minute'))`;

const cases: Readonly<Record<string, VerbCase>> = {
  "audit.object": {
    permission: "object.audit",
    onObject: true,
    unless: ofTheCompany,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "audit.entity": {
    permission: "object.audit",
    onObject: true,
    unless: ofTheCompany,
    input: ({ prepared: { here } }) => ({ entity: "object", id: here.id }),
  },
  "audit.list": { permission: "audit.view_company", doneBy: "director", input: () => ({}) },
  "audit.export": {
    permission: "audit.view_company",
    quiet: true,
    input: () => ({ kind: "object" }),
  },
  "audit.export_rows": {
    permission: "audit.view_company",
    doneBy: "director",
    input: async ({ ctx, actor }) => {
      const key = randomUUID();
      await ctx.db.read(EXPORT, [actor.id, ctx.requestId, ctx.now.toISOString(), key]);
      return { key, limit: 1000 };
    },
  },
};

export const AUDIT_CASES = verbsOf({
  cases,
  grow: async ({ prepared: { world, here }, reader }) => {
    await world.db.sql`
      insert into audit_log (command_id, action, entity_type, entity_id, object_id, actor_id, request_id, at, after)
      select gen_random_uuid(), 'object.update', 'object', ${here.id}::int, ${here.id}::int, ${reader.id}::int,
        'много-' || n, ${world.now}, '{"name": "Новое"}' from generate_series(1, ${MANY}::int) n`;
  },
});
