import type { UserCard } from "@stsphera/contracts";
import { ROLE_CODES } from "@stsphera/rbac";
import { newcomerCard, packRegistration, type RegistrationDecision } from "@stsphera/core/cards/people";
import { type RenderedMessage, translator } from "@stsphera/telegram";
import { press, rows } from "../../engine/buttons.ts";
import type { Turn } from "../../engine/turn.ts";
import { wayBack } from "../../engine/way-back.ts";
import { packPeople, REFUSALS } from "./callback-data.ts";

const HALF_ROW = 24;

/** The newcomer's card as sent at registration. */
export function personCard(
  turn: Turn,
  person: UserCard,
  decision: RegistrationDecision | null,
): RenderedMessage {
  const { id: userId, fullName, phone, username, invitation: used } = person;
  const invitation =
    used === undefined
      ? null
      : { role: used.role, by: used.invitedBy.fullName, objectName: used.object.name };
  const { locale, services } = turn;
  const card = newcomerCard.draw(
    { userId, fullName, phone, username, invitation },
    { locale, publicUrl: services.publicUrl, decision, mayDecide: true },
  );
  return { ...card, buttons: [...card.buttons, wayBack(turn, "person", userId)] };
}

const withChoice = (turn: Turn, person: UserCard, question: string, buttons: RenderedMessage["buttons"]) => ({
  text: `${personCard(turn, person, null).text}\n\n${question}`,
  buttons: [...buttons, [press(turn.t("button.back"), packPeople({ action: "back", userId: person.id }))]],
});

/** The card with all roles to choose from. */
export function chooseRole(turn: Turn, person: UserCard): RenderedMessage {
  const caption = translator(turn.locale);
  const roles = ROLE_CODES.map((role) =>
    press(caption(`role.${role}`), packRegistration({ action: "grant", userId: person.id, role }), HALF_ROW),
  );
  return withChoice(turn, person, turn.t("people.choose_role"), rows(roles, 2));
}

/** The card with the reasons for a refusal. */
export function chooseReason(turn: Turn, person: UserCard): RenderedMessage {
  const reasons = REFUSALS.map((refusal) => [
    press(turn.t(`people.reason.${refusal}`), packPeople({ action: "reject", userId: person.id, refusal })),
  ]);
  return withChoice(turn, person, turn.t("people.choose_reason"), reasons);
}

/** The card after another admin has decided: the current state. */
export function decidedCard(turn: Turn, person: UserCard): RenderedMessage {
  const state = translator(turn.locale)(`state.person.${person.status}`);
  return {
    text: `${personCard(turn, person, null).text}\n${turn.t("people.decided", { state })}`,
    buttons: [wayBack(turn, "person", person.id)],
  };
}
