import { can, type UserActor } from "@stsphera/rbac";
import type { PreparedWorld } from "./prepared-world.ts";
import type { Expected, VerbCase } from "./verb-case.ts";

/** The company's history is an object's history too. */
const ofTheCompany = (_prepared: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "audit.view_company") ? "ok" : null;

export const AUDIT_CASES: Readonly<Record<string, VerbCase>> = {
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
};
