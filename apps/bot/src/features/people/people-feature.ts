import { changeUserStatus, DomainError, getUser, loadActor } from "@stsphera/core";
import { unpackRegistration } from "@stsphera/core/cards/people";
import type { UserCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { isRole, type Role } from "@stsphera/rbac";
import type { Feature } from "../../engine/feature.ts";
import { setCommandList } from "../../engine/command-list.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import type { Turn } from "../../engine/turn.ts";
import { type PeopleAction, type Refusal, unpackPeople } from "./callback-data.ts";
import { chooseReason, chooseRole, decidedCard, personCard } from "./messages.ts";

/** Loads a newcomer; if the request is already decided, shows so on the card and returns null. */
async function undecided(turn: Turn, userId: number): Promise<UserCard | null> {
  const person = await getUser.run(turn.context(), { userId });
  if (person.status === "pending") return person;
  turn.toast(turn.t("error.conflict.title"));
  turn.show(decidedCard(turn, person));
  return null;
}

async function choose(turn: Turn, userId: number, what: typeof chooseRole): Promise<void> {
  const person = await undecided(turn, userId);
  if (person !== null) turn.show(what(turn, person));
}

type Decision = { to: "active"; role: Role } | { to: "rejected"; reason: string };

const MOVED = ["version_conflict", "invalid_transition"];

/**
 * Decides on a newcomer; if the account was changed meanwhile by another admin or the newcomer, the card shows the
 * current state.
 */
async function decide(turn: Turn, { id: userId, version }: UserCard, decision: Decision): Promise<boolean> {
  try {
    await changeUserStatus.run(turn.context(), { userId, version, ...decision });
    return true;
  } catch (error) {
    if (!(error instanceof DomainError) || !MOVED.includes(error.code)) throw error;
    const person = await undecided(turn, userId);
    if (person === null) return false;
    turn.toast(turn.t("error.conflict.title"));
    turn.show(personCard(turn, person, null));
    return false;
  }
}

async function grant(turn: Turn, newcomer: UserCard, role: Role): Promise<void> {
  const { id: userId, invitation } = newcomer;
  if (!(await decide(turn, newcomer, { to: "active", role }))) return;
  const approved = await loadActor(turn.services.db, { userId }, turn.now);
  const joined = invitation !== undefined && approved?.objectRoles[invitation.object.id] !== undefined;
  const objectName = joined ? invitation.object.name : null;
  const actor = shortName(turn.person().fullName);
  turn.show(personCard(turn, newcomer, { kind: "approved", role, objectName, actor }));
  if (approved !== null) setCommandList(turn, approved);
}

async function reject(turn: Turn, newcomer: UserCard, refusal: Refusal): Promise<void> {
  const reason = turn.t(`people.reason.${refusal}`);
  if (!(await decide(turn, newcomer, { to: "rejected", reason }))) return;
  const actor = shortName(turn.person().fullName);
  turn.show(personCard(turn, newcomer, { kind: "refused", reason, actor }));
}

/** Parses a decision under a newcomer's card; null for an unknown role. */
function decisionIn(data: string) {
  const asked = unpackRegistration(data);
  if (asked?.action !== "grant") return asked;
  const { role, userId } = asked;
  return isRole(role) ? { action: "grant" as const, userId, role } : null;
}

async function onDecision(turn: Turn, asked: NonNullable<ReturnType<typeof decisionIn>>): Promise<void> {
  if (asked.action === "choose_role") return choose(turn, asked.userId, chooseRole);
  if (asked.action === "refuse") return choose(turn, asked.userId, chooseReason);
  const newcomer = await undecided(turn, asked.userId);
  if (newcomer !== null) await grant(turn, newcomer, asked.role);
}

async function onReason(turn: Turn, chosen: PeopleAction): Promise<void> {
  const person = await undecided(turn, chosen.userId);
  if (person === null) return;
  if (chosen.action === "back") turn.show(personCard(turn, person, null));
  else await reject(turn, person, chosen.refusal);
}

/** Buttons under the card of a newcomer. */
export const peopleFeature: Feature = {
  buttons: [onButtons(decisionIn, onDecision), onButtons(unpackPeople, onReason)],
};
