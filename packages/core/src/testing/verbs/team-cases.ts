import { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { randomBytes } from "node:crypto";
import type { Context } from "../../kernel/index.ts";
import { MANY } from "./many.ts";
import type { PreparedWorld } from "./prepared-world.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

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

/** The colleague is deputy of the foreman on the object, appointed by a former member. */
async function deputyOfForeman(
  { here, foreman, colleague, pending }: PreparedWorld,
  ctx: Context,
  days = DAYS,
) {
  const [row] = await ctx.db.orm
    .insert(delegations)
    .values({
      principalId: foreman.id,
      deputyId: colleague.id,
      objectId: here.id,
      ...days,
      createdBy: pending.id,
      createdAt: ctx.now,
    })
    .returning();
  if (row === undefined) throw new Error("a delegation was not stored");
  return row;
}

const cases: Readonly<Record<string, VerbCase>> = {
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
    /** The absent user may; others without the right get not_found. */
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
  "delegation.expire": {
    permission: "job",
    doneBy: { kind: "system", job: "delegations", permissions: ["settings.manage"] },
    input: async ({ prepared, ctx }) => {
      const over = { fromDay: "2026-09-01", toDay: "2026-09-05" };
      return { delegationId: (await deputyOfForeman(prepared, ctx, over)).id };
    },
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
    makesPartOfObject: true,
    permission: "profile.edit",
    // A geodesist's link would give an installer a wider role.
    unless: (_prepared, { role }) => (role === "viewer" || role === "installer" ? "forbidden" : null),
    input: async ({ prepared, ctx, actor }) => {
      const role = actor.role === "geodesist" ? "installer" : "geodesist";
      return { code: (await invitationTo(prepared, ctx, role)).code };
    },
  },
  "invitation.list": {
    permission: "object.invite",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
};

export const TEAM_CASES = verbsOf({
  cases,
  grow: async ({ prepared: { world, here }, reader: { id } }) => {
    const { sql } = world.db;
    await sql`
      insert into delegations (principal_id, deputy_id, from_day, to_day, created_by, created_at)
      select u.id, ${id}::int, '2027-01-01', '2027-01-02', u.id, ${world.now} from users u
      where u.telegram_id > 5000000`;
    await sql`
      insert into invitations (code, object_id, role, max_uses, expires_at, created_by, created_at)
      select lpad(n::text, 22, '0'), ${here.id}::int, 'pto', 1, ${world.now}::timestamptz + interval '7 days',
        ${id}::int, ${world.now} from generate_series(1, ${MANY}::int) n`;
  },
  ids: { delegations: ["delegationId"], invitations: ["invitationId"] },
  thingsOn: async ({ world, author, objectId }) => {
    const asked = [objectId, author.id, world.now.toISOString()];
    const [row] = await world.db.read<{ delegationId: number; invitationId: number }>(
      `with d as (
         insert into delegations (principal_id, deputy_id, object_id, from_day, to_day, created_by, created_at)
         select $2, u.id, $1, '2026-09-10', '2026-09-12', $2, $3 from users u where u.id <> $2 order by u.id desc limit 1
         returning id),
       i as (
         insert into invitations (code, object_id, role, max_uses, expires_at, created_by, created_at)
         values ('elsewhere-elsewhere-01', $1, 'pto', 3, $3::timestamptz + interval '1 day', $2, $3) returning id)
       select d.id as "delegationId", i.id as "invitationId" from d, i`,
      asked,
    );
    return { ...row, principalId: author.id };
  },
});
