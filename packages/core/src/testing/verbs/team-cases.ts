import { randomBytes } from "node:crypto";
import { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import type { Context } from "../../kernel/index.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import type { VerbCase } from "./verb-case.ts";

const { delegations, invitations } = schema;
const DAYS = { fromDay: "2026-09-10", toDay: "2026-09-20" };

/** An open invitation to the object of the prepared world. */
async function invitationTo({ here, foreman }: PreparedWorld, ctx: Context, role: Role) {
  const [row] = await ctx.db.orm
    .insert(invitations)
    .values({
      code: randomBytes(16).toString("base64url"),
      objectId: here.id,
      role,
      maxUses: 3,
      expiresAt: new Date(ctx.now.getTime() + 86_400_000),
      createdBy: foreman.id,
      createdAt: ctx.now,
    })
    .returning();
  if (row === undefined) throw new Error("an invitation was not stored");
  return row;
}

/** The colleague stands in for the foreman on the object, named by somebody who has left. */
async function deputyOfForeman({ here, foreman, colleague, pending }: PreparedWorld, ctx: Context) {
  const [row] = await ctx.db.orm
    .insert(delegations)
    .values({
      principalId: foreman.id,
      deputyId: colleague.id,
      objectId: here.id,
      ...DAYS,
      createdBy: pending.id,
      createdAt: ctx.now,
    })
    .returning();
  if (row === undefined) throw new Error("a delegation was not stored");
  return row;
}

export const TEAM_CASES: Readonly<Record<string, VerbCase>> = {
  "delegation.create": {
    permission: "delegation.own",
    input: ({ prepared: { colleague } }) => ({ deputyId: colleague.id, ...DAYS }),
  },
  "delegation.create_for_object": {
    permission: "delegation.object",
    onObject: true,
    input: ({ prepared: { here, foreman, colleague } }) => ({
      objectId: here.id,
      principalId: foreman.id,
      deputyId: colleague.id,
      fromDay: "2026-11-10",
      toDay: "2026-11-12",
    }),
  },
  "delegation.end": {
    permission: "delegation.object",
    onObject: true,
    /** The absent person may; others who may not know nothing of it. */
    unless: ({ foreman, here }, actor) => {
      if (actor.id === foreman.id) return "ok";
      const manages = actor.objectRoles[here.id]?.includes("project_manager") ?? false;
      return manages || actor.role === "admin" ? null : "not_found";
    },
    input: async ({ prepared, ctx }) => ({
      delegationId: (await deputyOfForeman(prepared, ctx)).id,
      version: 1,
    }),
  },
  "delegation.list": { permission: "delegation.own", input: () => ({}) },
  "invitation.create": {
    permission: "object.invite",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id, role: "installer" }),
  },
  "invitation.revoke": {
    permission: "object.invite",
    onObject: true,
    input: async ({ prepared, ctx }) => ({
      invitationId: (await invitationTo(prepared, ctx, "pto")).id,
      version: 1,
    }),
  },
  "invitation.join": {
    permission: "profile.edit",
    unless: (_prepared, actor) => (actor.role === "viewer" ? "forbidden" : null),
    input: async ({ prepared, ctx, actor }) => {
      const role = actor.role === "installer" ? "geodesist" : "installer";
      return { code: (await invitationTo(prepared, ctx, role)).code };
    },
  },
  "invitation.list": {
    permission: "object.invite",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
};
