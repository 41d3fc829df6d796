import { schema } from "@stsphera/db";
import { MEMBER_ROLES, type Role } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import type { Change, DomainEvent, Tx } from "../../kernel/index.ts";
import { type ObjectRow, isChangeable } from "../objects/index.ts";
import { joinObject, markJoined } from "./join-object.ts";
import type { WaitingUse } from "./waiting-uses.ts";

const { objects } = schema;

export type JoinedObject = { id: number; name: string; role: Role };
export type JoinedOnApproval = { changes: Change[]; events: DomainEvent[]; objects: JoinedObject[] };

/**
 * Adds an approved user to the objects they were invited to: with the invited role, unless the admin chose a role
 * none of the invitations has; then with that one. A role that cannot be held on an object joins nothing.
 */
export async function joinOnApproval(
  tx: Tx,
  userId: number,
  waiting: readonly WaitingUse[],
  at: { chosen: Role; now: Date },
): Promise<JoinedOnApproval> {
  const done: JoinedOnApproval = { changes: [], events: [], objects: [] };
  const asInvited = waiting.some((use) => use.role === at.chosen);
  for (const use of [...waiting].sort((a, b) => a.objectId - b.objectId)) {
    const role = asInvited ? use.role : at.chosen;
    if (!MEMBER_ROLES.includes(role)) continue;
    const object = await lockOpenObject(tx, use.objectId);
    if (object === null) continue;
    const { invitationId, crewId } = use;
    const joining = { invitationId, object, userId, role, crewId, now: at.now };
    done.changes.push(...(await joinObject(tx, joining)));
    await markJoined(tx, joining);
    done.objects.push({ id: object.id, name: object.name, role });
    done.events.push(teamChanged(object, userId, role));
  }
  return done;
}

async function lockOpenObject(tx: Tx, objectId: number): Promise<ObjectRow | null> {
  const [object] = await tx.select().from(objects).where(eq(objects.id, objectId)).for("update");
  return object !== undefined && isChangeable(object.status) ? object : null;
}

const teamChanged = (object: ObjectRow, userId: number, role: Role): DomainEvent => ({
  type: "object.team_changed",
  objectId: object.id,
  entityType: "object",
  entityId: object.id,
  payload: { name: object.name, added: [{ userId, roles: [role] }], removed: [], onApproval: true },
});
