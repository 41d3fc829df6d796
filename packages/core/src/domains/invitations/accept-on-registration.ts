import type { RefusalCode } from "@stsphera/contracts/refusals";
import { schema } from "@stsphera/db";
import type { Role } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import type { Change, DomainEvent, Tx } from "../../kernel/index.ts";
import { comesInAtOnce, invitationRefusal } from "./invitation-rules.ts";
import { joinedEvent, joinObject, spendInvitation } from "./join-object.ts";
import { hasUsed, lockInvitation, type LockedInvitation } from "./lock-invitation.ts";

const { users } = schema;

type Person = typeof users.$inferSelect;

/** What happened with the invitation link a new user came by. */
export type InvitationOutcome =
  | { accepted: true; joined: boolean; objectId: number; objectName: string; role: Role }
  | { accepted: false; reason: RefusalCode };

export type Acceptance = {
  outcome: InvitationOutcome;
  person: Person;
  changes: Change[];
  events: DomainEvent[];
  /** What an admin needs to decide; null when there is nothing to decide. */
  invitation: { invitationId: number; role: Role; objectId: number } | null;
};

/**
 * Uses a link for a user without rights: they join at once, or the link waits with them for an admin. With `waits` it
 * waits whatever its role.
 */
export async function acceptOnRegistration(
  tx: Tx,
  person: Person,
  code: string,
  { now, waits }: { now: Date; waits: boolean },
): Promise<Acceptance> {
  const found = await lockInvitation(tx, code);
  const reason = found === null ? "invitation_unknown" : await refusalFor(tx, found, person, now);
  if (found === null || reason !== null) {
    const outcome = { accepted: false as const, reason: reason ?? ("invitation_unknown" as const) };
    return { outcome, person, changes: [], events: [], invitation: null };
  }
  const { row, object } = found;
  const { role } = row;
  const joins = !waits && comesInAtOnce(role);
  const changes = [await spendInvitation(tx, row, person.id, { now, joins })];
  const offer = { objectId: object.id, objectName: object.name, role };
  const outcome = { accepted: true as const, joined: joins, ...offer };
  if (!joins) {
    const invitation = { invitationId: row.id, role, objectId: object.id };
    return { outcome, person, changes, events: [], invitation };
  }
  const joining = { invitationId: row.id, object, userId: person.id, role, crewId: row.crewId, now };
  changes.push(...(await joinObject(tx, joining)));
  const active = await letIn(tx, person, role);
  return { outcome, person: active, changes, events: [joinedEvent(joining)], invitation: null };
}

async function refusalFor(
  tx: Tx,
  { row, object }: LockedInvitation,
  person: Person,
  now: Date,
): Promise<RefusalCode | null> {
  if (await hasUsed(tx, row.id, person.id)) return "invitation_used_before";
  return invitationRefusal(row, object, now);
}

async function letIn(tx: Tx, person: Person, role: Role): Promise<Person> {
  const [active] = await tx
    .update(users)
    .set({ status: "active", role: person.role ?? role, version: person.version + 1 })
    .where(eq(users.id, person.id))
    .returning();
  if (active === undefined) throw new Error("a person was not stored");
  return active;
}
