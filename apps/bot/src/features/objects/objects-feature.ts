import { getObject, listObjects } from "@stsphera/core";
import { can } from "@stsphera/rbac";
import type { Feature } from "../../engine/feature.ts";
import { MAX_ROWS } from "../../engine/list-card.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import type { Turn } from "../../engine/turn.ts";
import { endDeputy } from "./deputy/end-deputy.ts";
import { memberCard } from "./deputy/member.ts";
import { beginDeputy, deputyForms } from "./deputy/deputy-forms.ts";
import { newObjectForms, openNewObject } from "./new-object/new-object-forms.ts";
import { revokeLink, showLink, showLinks } from "./team/links.ts";
import { askRemoving, removeMember } from "./team/remove-member.ts";
import { beginAdding, beginInviting, teamForms } from "./team/team-forms.ts";
import { type ObjectPress, unpackObject } from "../../engine/object-data.ts";
import { objectMessage, objectsMessage, teamMessage } from "./messages.ts";

async function list(turn: Turn, page: number): Promise<void> {
  turn.show(objectsMessage(turn, await listObjects.run(turn.context(), { limit: MAX_ROWS }), page));
}

/** The card of a team member; the team when they have left meanwhile. */
async function showMember(turn: Turn, objectId: number, userId: number): Promise<void> {
  const found = await memberCard(turn, objectId, userId);
  if (found !== null) return turn.show(found);
  turn.toast(turn.t("error.conflict.title"));
  turn.show(teamMessage(turn, await getObject.run(turn.context(), { objectId }), 0));
}

async function onObject(turn: Turn, pressed: ObjectPress): Promise<void> {
  if (pressed.action === "list") return list(turn, pressed.page);
  if (pressed.action === "member") return showMember(turn, pressed.objectId, pressed.userId);
  if (pressed.action === "deputy") return beginDeputy(turn, pressed.objectId, pressed.userId);
  if (pressed.action === "returned") return endDeputy(turn, pressed);
  if (pressed.action === "remove") return askRemoving(turn, pressed.objectId, pressed.userId);
  if (pressed.action === "removed" || pressed.action === "handed") return removeMember(turn, pressed);
  if (pressed.action === "links") return showLinks(turn, pressed.objectId, pressed.page);
  if (pressed.action === "link") return showLink(turn, pressed.objectId, pressed.invitationId);
  if (pressed.action === "revoke") return revokeLink(turn, pressed);
  const object = await getObject.run(turn.context(), { objectId: pressed.objectId });
  switch (pressed.action) {
    case "card":
      return turn.show(objectMessage(turn, object));
    case "team":
      return turn.show(teamMessage(turn, object, pressed.page));
    case "add":
      return beginAdding(turn, object);
    case "invite":
      return beginInviting(turn, object);
  }
}

/** Read-only actions. */
const SHOWING: readonly ObjectPress["action"][] = ["list", "card", "team", "member"];

/** /objects: the list, cards and teams. */
export const objectsFeature: Feature = {
  forms: [newObjectForms, teamForms, deputyForms],
  commands: [
    { name: "objects", place: 60, reads: true, answer: (turn) => list(turn, 0) },
    { name: "newobject", place: 70, works: (actor) => can(actor, "object.create"), answer: openNewObject },
  ],
  buttons: [onButtons(unpackObject, onObject, ({ action }) => SHOWING.includes(action))],
};
