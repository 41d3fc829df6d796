import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { endDelegation } from "../../domains/delegations/index.ts";
import { setObjectTeam } from "../../domains/objects/index.ts";
import { changeUserRole, changeUserStatus, loadActor } from "../../domains/people/index.ts";
import type { Context } from "../../kernel/index.ts";
import type { PreparedWorld, Standing } from "./prepared-world.ts";

const { delegations, objectRoles, objects, users } = schema;

/** One way to lose rights: whom it may happen to, and the verb by which somebody else causes it. */
export type Loss = {
  name: string;
  befalls: (person: Standing) => boolean;
  happens: (at: { prepared: PreparedWorld; ctx: Context; actor: UserActor }) => Promise<unknown>;
};

/** Removes the user from the team of the prepared object; the colleague becomes its manager. */
const leavesTeam: Loss["happens"] = async ({ prepared: { here, colleague }, ctx, actor }) => {
  const rows = await ctx.db.orm
    .select({ userId: objectRoles.userId, role: objectRoles.role })
    .from(objectRoles)
    .where(
      and(
        eq(objectRoles.objectId, here.id),
        ne(objectRoles.userId, actor.id),
        ne(objectRoles.userId, colleague.id),
      ),
    )
    .orderBy(asc(objectRoles.userId));
  const others = [...Map.groupBy(rows, ({ userId }) => userId)].map(([userId, held]) => ({
    userId,
    roles: held.map(({ role }) => role),
  }));
  const [object] = await ctx.db.orm.select().from(objects).where(eq(objects.id, here.id));
  const members = [...others, { userId: colleague.id, roles: ["project_manager" as const] }];
  return setObjectTeam.run(ctx, { objectId: here.id, version: object?.version ?? 0, members });
};

async function versionOf(ctx: Context, userId: number): Promise<number> {
  const [row] = await ctx.db.orm.select().from(users).where(eq(users.id, userId));
  return row?.version ?? 0;
}

const becomes =
  (role: "viewer" | "installer"): Loss["happens"] =>
  async ({ ctx, actor: { id: userId } }) =>
    changeUserRole.run(ctx, { userId, role, version: await versionOf(ctx, userId) });

const isDismissed: Loss["happens"] = async ({ ctx, actor: { id: userId } }) => {
  const version = await versionOf(ctx, userId);
  return changeUserStatus.run(ctx, { userId, to: "deactivated", version, reason: "уволился" });
};

const standsInNoMore: Loss["happens"] = async ({ ctx, actor }) => {
  const held = await ctx.db.orm
    .select()
    .from(delegations)
    .where(and(eq(delegations.deputyId, actor.id), isNull(delegations.endedAt)));
  for (const { id: delegationId, version } of held) await endDelegation.run(ctx, { delegationId, version });
};

/** Every way in which a user of the prepared world loses rights. */
export const RIGHT_LOSSES: readonly Loss[] = [
  {
    name: "a removed member",
    befalls: ({ stand, actor }) => stand === "member" && Object.keys(actor.objectRoles).length > 0,
    happens: leavesTeam,
  },
  {
    name: "a manager made an observer",
    befalls: ({ stand, role }) => stand === "member" && role === "project_manager",
    happens: becomes("viewer"),
  },
  {
    name: "an admin made an installer",
    befalls: ({ stand, role }) => stand === "member" && role === "admin",
    happens: becomes("installer"),
  },
  { name: "an ended deputy", befalls: ({ stand }) => stand === "deputy", happens: standsInNoMore },
  { name: "a deactivated person", befalls: ({ stand }) => stand === "member", happens: isDismissed },
];

/** The user reloaded in the transaction of the context. */
export async function readAgain(ctx: Context, { id: userId }: UserActor): Promise<UserActor> {
  const actor = await loadActor(ctx.db, { userId }, ctx.now);
  if (actor === null) throw new Error("nobody has this id");
  return actor;
}
