import { type Joined, invitedRole, joinInput } from "@stsphera/contracts";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import { can } from "@stsphera/rbac";
import { command, DomainError, forbidden, personOf } from "../../kernel/index.ts";
import { comesInAtOnce, invitationRefusal, isWider } from "./invitation-rules.ts";
import { joinedEvent, joinObject, spendInvitation } from "./join-object.ts";
import { hasUsed, lockInvitation, removedFrom } from "./lock-invitation.ts";

const refused = (sentence: RefusalCode) => new DomainError("conflict", { sentence });

/**
 * An existing user follows a link. They join at once if the role joins at once or equals their company role, which an
 * admin has approved; a wider role on site than their own, and other roles, are not given by a link, and observers (of
 * another company) get none: the project manager adds them to the team. A link older than a removal leads nobody back.
 */
export const joinByInvitation = command({
  name: "invitation.join",
  permissions: ["profile.edit"],
  gives: true,
  input: joinInput,
  load: async (tx, ctx, { code }) => {
    const found = await lockInvitation(tx, code);
    if (found === null) throw new DomainError("not_found", { sentence: "invitation_unknown" });
    const person = personOf(ctx);
    return {
      ...found,
      person,
      used: await hasUsed(tx, found.row.id, person.id),
      removedAt: await removedFrom(tx, found.row.objectId, person.id),
    };
  },
  authorize: (ctx, { row, object, person, used, removedAt }) => {
    if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
    if (used) throw new DomainError("conflict", { sentence: "invitation_used_before" });
    const held = person.objectRoles[object.id] ?? [];
    if (held.includes(row.role)) throw new DomainError("conflict", { sentence: "in_team_already" });
    const refusal = invitationRefusal(row, object, ctx.now);
    if (refusal !== null) throw refused(refusal);
    const isObserver = person.role === "viewer" && row.role !== "viewer";
    if (isObserver || isWider(row.role, person.role))
      throw forbidden("profile.edit", "invitation_other_role");
    if (!comesInAtOnce(row.role) && row.role !== person.role) throw refused("invitation_other_role");
    if (removedAt !== null && row.createdAt <= removedAt) throw refused("invitation_after_removal");
  },
  execute: async (tx, { ctx, target: { row, object, person } }) => {
    const { now } = ctx;
    const { role, crewId } = row;
    const joining = { invitationId: row.id, object, userId: person.id, role, crewId, now };
    const spent = await spendInvitation(tx, row, person.id, { now, joins: true });
    const result: Joined = {
      objectId: object.id,
      objectName: object.name,
      role: invitedRole.parse(role),
    };
    return {
      result,
      changes: [spent, ...(await joinObject(tx, joining))],
      events: [joinedEvent(joining)],
    };
  },
});
