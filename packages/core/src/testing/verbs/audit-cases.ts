import { can, type UserActor } from "@stsphera/rbac";
import { exportAudit } from "../../domains/administration/index.ts";
import { MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import type { Expected, VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

/** The history of one object is also visible to readers of the company's history. */
const ofTheCompany = (_prepared: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "audit.view_company") ? "ok" : null;

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
    input: async ({ ctx, actor }) =>
      can(actor, "audit.view_company")
        ? { key: (await exportAudit.run(ctx, {})).key }
        : { key: "0f6f4d0e-0f5d-4a9e-9a1c-5d2f5f9f0b11" },
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
