import { loadActor, type Registered, registerUser, updateRegistration } from "@stsphera/core";
import type { SystemActor } from "@stsphera/rbac";
import { renderStartApproved } from "@stsphera/core/cards/people";
import type { RenderedMessage } from "@stsphera/telegram";
import { setCommandList } from "../../engine/command-list.ts";
import type { Turn } from "../../engine/turn.ts";
import { keptInvitation } from "./invitation.ts";
import { invitationRefused, pending } from "./messages.ts";

const REGISTRATION: SystemActor = { kind: "system", job: "registration", permissions: [] };

/** Creates the account; the installation's first admins get access at once. Returns the resulting card. */
export async function register(turn: Turn, fullName: string, phone: string | null): Promise<RenderedMessage> {
  const { actor, from, services } = turn;
  const telegramId = String(from.id);
  if (actor?.status === "pending" && (phone !== null || fullName !== actor.fullName)) {
    await correct(turn, { fullName, ...(phone === null ? {} : { phone }) });
  }
  const person = await registerUser.run(turn.context(undefined, REGISTRATION), {
    telegramId,
    fullName,
    locale: turn.locale,
    asAdmin: services.adminTelegramIds.has(telegramId),
    consent: "chat",
    ...invitationOf(turn),
    ...(phone === null ? {} : { phone }),
    ...(from.username === undefined ? {} : { username: from.username }),
  });
  const words = turn.t(phone === null ? "start.phone_skipped" : "start.phone_kept");
  turn.say({ text: words, buttons: [] }, { remove_keyboard: true });
  if (person.status === "active") return letIn(turn, person);
  turn.remember({ registeredAt: turn.now.toISOString() });
  return pendingCard(turn, person, null);
}

/** Completes an account created by signing in to the app: it has no phone, and its name comes from Telegram. */
const correct = (turn: Turn, change: { fullName: string; phone?: string }) =>
  updateRegistration.run(turn.context(undefined, REGISTRATION), {
    telegramId: String(turn.from.id),
    ...change,
  });

const invitationOf = (turn: Turn): { invitation?: string } => {
  const { invitation } = turn.memory();
  return invitation === null ? {} : { invitation };
};

/** Access is open at once: for the first admins, and for invitations that grant it. */
async function letIn(turn: Turn, person: Registered): Promise<RenderedMessage> {
  const { services, locale } = turn;
  const { invitation } = person;
  const joined = invitation?.accepted === true && invitation.joined ? invitation : null;
  turn.remember({ invitation: null, ...(joined === null ? {} : { objectId: joined.objectId }) });
  if (person.role === null) throw new Error("an active person without a role");
  const access = {
    role: person.role,
    objectName: joined?.objectName ?? null,
    canEnterFacts: joined !== null,
  };
  const actor = await loadActor(services.db, { telegramId: String(turn.from.id) }, turn.now);
  if (actor !== null) setCommandList(turn, actor);
  return renderStartApproved(access, { locale, publicUrl: services.publicUrl });
}

/** Access was opened before the last answer arrived: by an admin, or before a restart of the bot. */
export async function alreadyIn(turn: Turn): Promise<void> {
  const { locale, services } = turn;
  const { role, objectRoles } = turn.person();
  if (role === null) throw new Error("an active person without a role");
  const invited = await keptInvitation(turn);
  const joined = invited !== null && objectRoles[invited.objectId] !== undefined ? invited : null;
  turn.remember({ invitation: null, ...(joined === null ? {} : { objectId: joined.objectId }) });
  const access = { role, objectName: joined?.objectName ?? null, canEnterFacts: false };
  const { text } = renderStartApproved(access, { locale, publicUrl: services.publicUrl });
  turn.say({ text, buttons: [] }, { remove_keyboard: true });
}

/** The card of the request; an invalid invitation is reported first. */
async function pendingCard(turn: Turn, person: Registered, since: string | null): Promise<RenderedMessage> {
  const { invitation } = person;
  if (invitation?.accepted === false && invitation.reason !== "invitation_used_before") {
    turn.remember({ invitation: null });
    turn.say(invitationRefused(turn, invitation.reason));
  }
  return pending(turn, person.fullName, since, await keptInvitation(turn));
}

/** A user with a pending request opens an invitation link: it may grant access, or is added to the request. */
export async function useInvitation(turn: Turn, fullName: string): Promise<RenderedMessage> {
  const person = await registerUser.run(turn.context(undefined, REGISTRATION), {
    telegramId: String(turn.from.id),
    fullName,
    locale: turn.locale,
    ...invitationOf(turn),
  });
  if (person.status === "active") return letIn(turn, person);
  return pendingCard(turn, person, turn.memory().registeredAt);
}

/** A refused person asks for access once more. */
export async function askAgain(turn: Turn, fullName: string): Promise<RenderedMessage> {
  const person = await registerUser.run(turn.context(undefined, REGISTRATION), {
    telegramId: String(turn.from.id),
    fullName,
    again: true,
    ...invitationOf(turn),
  });
  turn.remember({ registeredAt: turn.now.toISOString() });
  return pendingCard(turn, person, null);
}

/** Changes the name on a pending request. */
export async function rename(turn: Turn, fullName: string): Promise<RenderedMessage> {
  const person = await correct(turn, { fullName });
  return pending(turn, person.fullName, turn.memory().registeredAt, await keptInvitation(turn));
}
