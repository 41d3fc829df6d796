import { forbidden, getUser, listUsers } from "@stsphera/core";
import type { UserCard, UserPage } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import type { Feature } from "../../../engine/feature.ts";
import { onButtons } from "../../../engine/on-buttons.ts";
import { openForm } from "../../../engine/forms/move-on.ts";
import type { Turn } from "../../../engine/turn.ts";
import { personCard } from "../messages.ts";
import { type AdminPress, unpackAdmin } from "./callback-data.ts";
import { giveRole } from "./give-role.ts";
import { accessForms } from "./access-forms.ts";
import { homeMessage, listMessage, MAX_PEOPLE, personMessage, rolesMessage } from "./messages.ts";

const waiting = (turn: Turn): Promise<UserPage> =>
  listUsers.run(turn.context(), { status: "pending", sort: "-createdAt", limit: MAX_PEOPLE });

async function home(turn: Turn): Promise<void> {
  if (!can(turn.person(), "users.manage")) throw forbidden("users.manage");
  const { items, nextCursor } = await waiting(turn);
  turn.show(homeMessage(turn, nextCursor === null ? String(items.length) : `${items.length}+`));
}

const load = (turn: Turn, userId: number): Promise<UserCard> => getUser.run(turn.context(), { userId });

async function showPerson(turn: Turn, userId: number): Promise<void> {
  const person = await load(turn, userId);
  turn.show(person.status === "pending" ? personCard(turn, person, null) : personMessage(turn, person));
}

/** A row of the approval list: an access request, or its result if decided meanwhile. */
async function openWaiting(turn: Turn, id: number): Promise<void> {
  if (!can(turn.person(), "users.manage")) throw forbidden("users.manage");
  const person = await load(turn, id);
  turn.say(person.status === "pending" ? personCard(turn, person, null) : personMessage(turn, person));
}

async function begin(turn: Turn, form: "deactivate" | "reactivate", userId: number): Promise<void> {
  const { id, version, fullName } = await load(turn, userId);
  return openForm(accessForms, turn, { form, subject: { person: { id, version, fullName } } });
}

async function onPress(turn: Turn, pressed: AdminPress): Promise<void> {
  if (!can(turn.person(), "users.manage")) throw forbidden("users.manage");
  switch (pressed.action) {
    case "home":
      return home(turn);
    case "search":
      return openForm(accessForms, turn, { form: "search", subject: { person: null } });
    case "waiting":
      return turn.show(listMessage(turn, await waiting(turn), "waiting", pressed.page));
    case "people": {
      const people = await listUsers.run(turn.context(), { limit: MAX_PEOPLE });
      return turn.show(listMessage(turn, people, "people", pressed.page));
    }
    case "person":
      return showPerson(turn, pressed.userId);
    case "roles":
      return turn.show(rolesMessage(turn, await load(turn, pressed.userId)));
    case "role":
      return giveRole(turn, pressed.userId, pressed.version, pressed.role);
    case "deactivate":
    case "reactivate":
      return begin(turn, pressed.action, pressed.userId);
  }
}

/** /admin: requests for access, people and their roles. */
export const adminFeature: Feature = {
  forms: [accessForms],
  opens: { kind: "person", letter: "u", open: openWaiting },
  commands: [{ name: "admin", place: 110, works: (actor) => can(actor, "users.manage"), answer: home }],
  buttons: [onButtons(unpackAdmin, onPress)],
};
