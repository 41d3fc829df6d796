import { userTransitionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { and, eq, notInArray } from "drizzle-orm";
import { defineLifecycle, type DomainEvent, invalidField, type Tx, wordsOf } from "../../kernel/index.ts";
import type { Role } from "@stsphera/rbac";
import { joinOnApproval, type WaitingUse } from "../invitations/index.ts";
import { ARCHIVE } from "../objects/index.ts";
import { rightsLost } from "../rights/index.ts";
import { erasedColumns, eraseLead, erasePersonalData } from "./personal-data/erase-personal-data.ts";
import { assertNotLastAdmin, type LockedPerson } from "./lock-person.ts";
import { presentUser, type UserRow } from "./present-user.ts";
import { userDecisions } from "./user-decisions.ts";
import { userCase, userWorkflow } from "./user-workflow.ts";

const { objectRoles, objects, users } = schema;

/** A user with the invitations that wait for an admin. */
export type LoadedUser = LockedPerson & { waiting: WaitingUse[] };

/**
 * The moves of accounts. On approval an invited user joins their objects; deactivation ends everything the user gave
 * out, in the same transaction; erasure does that too and removes the personal data.
 */
export const userLifecycle = defineLifecycle({
  entity: "user",
  workflow: userWorkflow,
  input: userTransitionInput,
  table: users,
  rowOf: ({ row }: LoadedUser) => row,
  caseOf: (row: UserRow) => userCase(row),
  tracked: ["status", "role"],
  columns: (_step, to) => ({ status: to }),
  columnsOf: {
    approve: ({ loaded, input }) => ({ role: chosenRole(input.role, loaded) ?? loaded.row.role }),
    erase: ({ loaded }) => erasedColumns(loaded.row),
  },
  guards: {
    approve: async (_tx, { loaded, input }) => {
      if (input.role === undefined && loaded.waiting.length === 0)
        throw invalidField("role", "role_required");
    },
  },
  effects: async (tx, step) => {
    const { move, ctx, loaded, after } = step;
    if (move === "deactivate" || move === "erase") {
      assertNotLastAdmin(loaded);
      // While it is known which crews they lead.
      if (move === "erase") await eraseLead(tx, loaded.row);
      const lost = await rightsLost(tx, ctx, { userId: after.id, objectId: null });
      if (move === "erase") await erasePersonalData(tx, ctx, loaded.row);
      if (loaded.row.status !== "active") return lost;
      return { ...lost, events: [...lost.events, ...(await closedOn(tx, after.id))] };
    }
    const chosen = step.move === "approve" ? chosenRole(step.input.role, loaded) : undefined;
    if (chosen === undefined) return { payload: { objects: [] } };
    const joined = await joinOnApproval(tx, after.id, loaded.waiting, { chosen, now: ctx.now });
    return { changes: joined.changes, events: joined.events, payload: { objects: joined.objects } };
  },
  payload: ({ input, after }) => {
    const reason = wordsOf(input);
    return { userId: after.id, role: after.role, ...(reason === null ? {} : { reason }) };
  },
  current: presentUser,
  decisionsOf: userDecisions,
});

/** The managers of every object that the person worked on are told. */
async function closedOn(tx: Tx, userId: number): Promise<DomainEvent[]> {
  const places = await tx
    .selectDistinct({ objectId: objectRoles.objectId })
    .from(objectRoles)
    .innerJoin(objects, eq(objects.id, objectRoles.objectId))
    .where(and(eq(objectRoles.userId, userId), notInArray(objects.status, [...ARCHIVE])))
    .orderBy(objectRoles.objectId);
  return places.map(({ objectId }) => ({
    type: "object.member_closed",
    objectId,
    entityType: "object",
    entityId: objectId,
    payload: { userId },
  }));
}

/** The role on approval: the named one, else that of the newest invitation. */
const chosenRole = (asked: Role | undefined, { waiting }: LoadedUser): Role | undefined =>
  asked ?? waiting.at(-1)?.role;
