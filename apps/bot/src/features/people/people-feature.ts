import { changeUserStatus, DomainError, getUser, loadActor } from "@stsphera/core";
import { unpackRegistration } from "@stsphera/core/cards";
import type { UserCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { isRole, type Role } from "@stsphera/rbac";
import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import { setCommandList } from "../../engine/command-list.ts";
import type { Turn } from "../../engine/turn.ts";
import { type Refusal, unpackPeople } from "./callback-data.ts";
import { chooseReason, chooseRole, decidedCard, personCard } from "./messages.ts";

/** Loads a newcomer; when somebody has decided already, the card says so and null is given. */
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

/** Decides on a newcomer; where another admin, or he himself, was quicker, the card shows what stands. */
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

/** The buttons under the card of a new person. */
export const peopleFeature: Feature = {
  handlers() {
    const composer = new Composer<BotContext>();
    composer.on("callback_query", async (ctx, next) => {
      const { turn } = ctx;
      const data = turn.callback?.data ?? "";
      const asked = unpackRegistration(data);
      if (asked?.action === "choose_role") return choose(turn, asked.userId, chooseRole);
      if (asked?.action === "refuse") return choose(turn, asked.userId, chooseReason);
      if (asked?.action === "grant" && isRole(asked.role)) {
        const newcomer = await undecided(turn, asked.userId);
        return newcomer === null ? undefined : grant(turn, newcomer, asked.role);
      }
      const chosen = unpackPeople(data);
      if (chosen === null) return next();
      const person = await undecided(turn, chosen.userId);
      if (person === null) return undefined;
      if (chosen.action === "back") return turn.show(personCard(turn, person, null));
      return reject(turn, person, chosen.refusal);
    });
    return composer;
  },
};
