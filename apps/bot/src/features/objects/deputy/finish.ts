import { createObjectDelegation, DomainError, endDelegation, getObject } from "@stsphera/core";
import type { RenderedMessage } from "@stsphera/telegram";
import type { BotKey } from "../../../locales/i18n.ts";
import { endSteps } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { teamMessage } from "../messages.ts";
import type { DeputyDialogue } from "./dialogue.ts";
import { memberCard } from "./member.ts";
import { showDeputyStep } from "./show.ts";

/** What is said of a refusal, and the question it puts anew. */
const REFUSALS: Readonly<Record<string, { words: BotKey; step: DeputyDialogue["step"] }>> = {
  person_not_active: { words: "deputy.refusal.person", step: "who" },
  deputy_is_viewer: { words: "deputy.refusal.person", step: "who" },
  delegation_to_self: { words: "deputy.refusal.person", step: "who" },
  delegation_cycle: { words: "deputy.refusal.cycle", step: "who" },
  delegation_overlaps: { words: "deputy.refusal.overlaps", step: "term" },
  delegation_too_long: { words: "deputy.refusal.too_long", step: "term" },
  day_is_over: { words: "day.past", step: "term" },
  window_order: { words: "day.past", step: "term" },
};

/** The member's card, or the team he left meanwhile. */
async function memberOrTeam(turn: Turn, objectId: number, userId: number): Promise<RenderedMessage> {
  const found = await memberCard(turn, objectId, userId);
  return found ?? teamMessage(turn, await getObject.run(turn.context(), { objectId }), 0);
}

/** Names the deputy; the card becomes the member's. */
export async function nameDeputy(
  turn: Turn,
  d: DeputyDialogue,
  deputyId: number,
  days: { fromDay: string; toDay: string },
): Promise<void> {
  const { objectId, principal } = d;
  try {
    const input = { objectId, principalId: principal.id, deputyId, ...days };
    await createObjectDelegation.run(turn.context(`tg:deputy:${d.id}`), input);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refused(turn, d, error);
  }
  turn.toast(turn.t("deputy.done"));
  endSteps(turn, d, await memberOrTeam(turn, objectId, principal.id));
}

async function refused(turn: Turn, d: DeputyDialogue, error: DomainError): Promise<void> {
  const sentence = error.details.sentence ?? "";
  if (sentence === "not_in_team") {
    turn.tell(turn.t("deputy.refusal.left"));
    return endSteps(turn, d, await memberOrTeam(turn, d.objectId, d.principal.id), false);
  }
  const refusal = REFUSALS[sentence];
  if (refusal === undefined) throw error;
  turn.tell(turn.t(refusal.words));
  return showDeputyStep(turn, { ...d, step: refusal.step, page: 0, search: null });
}

/** Back without a deputy. */
export async function leaveDeputy(turn: Turn, d: DeputyDialogue): Promise<void> {
  endSteps(turn, d, await memberOrTeam(turn, d.objectId, d.principal.id), false);
}

/** «Вернулся»: what the deputy held ends now; pressed once more it tells how things stand. */
export async function endDeputy(
  turn: Turn,
  press: { objectId: number; userId: number; delegationId: number; version: number },
): Promise<void> {
  const { objectId, userId, delegationId, version } = press;
  try {
    await endDelegation.run(turn.context(), { delegationId, version });
    turn.toast(turn.t("deputy.ended"));
  } catch (error) {
    const moved =
      error instanceof DomainError &&
      (error.code === "version_conflict" || error.code === "invalid_transition");
    if (!moved) throw error;
    turn.toast(turn.t("error.conflict.title"));
  }
  turn.show(await memberOrTeam(turn, objectId, userId));
}
