import { forbidden, getObject, listObjects } from "@stsphera/core";
import type { ObjectSummary } from "@stsphera/contracts";
import { type Actor, can, reachOf, type Role, ROLE_CODES } from "@stsphera/rbac";
import { card, line, type RenderedMessage, translator } from "@stsphera/telegram";
import { commandButton, menuButton, press, rows } from "../../engine/buttons.ts";
import type { Feature } from "../../engine/feature.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import { pageButtons, pageOf } from "../../engine/people-chooser.ts";
import type { Turn } from "../../engine/turn.ts";
import { leaveButton, type ViewAs } from "../../engine/view-as.ts";
import { packViewAs, unpackViewAs, type ViewAsPress } from "./callback-data.ts";

const HALF_ROW = 24;
const MOST = 200;

/** The real admin, also while viewing as another role. */
function realAdmin({ self }: Turn): Actor {
  if (self === null || !can(self, "view_as")) throw forbidden("view_as");
  return self;
}

function rolesMessage(turn: Turn): RenderedMessage {
  const { t } = turn;
  const caption = translator(turn.locale);
  const buttons = ROLE_CODES.filter((role) => role !== "admin").map((role) =>
    press(caption(`role.${role}`), packViewAs({ action: "role", role, page: 0 }), HALF_ROW),
  );
  return {
    text: card(t("view_as.title"), [t("view_as.ask_role")]),
    buttons: [...rows(buttons, 2), [menuButton(t)]],
  };
}

function objectsMessage(
  turn: Turn,
  role: Role,
  objects: readonly ObjectSummary[],
  asked: number,
): RenderedMessage {
  const { t } = turn;
  const { page, shown, rest } = pageOf(objects, asked);
  return {
    text: card(t("view_as.title"), [
      line(t("start.pending.role"), translator(turn.locale)(`role.${role}`)),
      t(objects.length === 0 ? "view_as.no_objects" : "view_as.ask_object"),
    ]),
    buttons: [
      ...shown.map(({ id, name }) => [press(name, packViewAs({ action: "object", role, objectId: id }))]),
      pageButtons(turn, page, rest, (to) => packViewAs({ action: "role", role, page: to })),
      [press(t("button.back"), packViewAs({ action: "roles" }))],
    ],
  };
}

function ask(turn: Turn): void {
  realAdmin(turn);
  turn.show(rolesMessage(turn));
}

/** Sets the view for the next update; the current one is still handled as the admin. */
function startView(turn: Turn, view: ViewAs): void {
  const { t } = turn;
  turn.remember({ viewAs: view, dialogue: null, objectId: view.object?.id ?? null });
  const role = translator(turn.locale)(`role.${view.role}`);
  turn.show({
    text: card(t("view_as.started"), [
      line(t("start.pending.role"), role),
      line(t("start.pending.object"), view.object?.name),
      t("view_as.reads_only"),
    ]),
    buttons: [
      [menuButton(t), commandButton(t("command.objects"), "objects")],
      [commandButton(t("command.tasks"), "tasks"), commandButton(t("command.dashboard"), "dashboard")],
      [leaveButton(t)],
    ],
  });
}

async function onPress(turn: Turn, pressed: ViewAsPress): Promise<void> {
  const admin = realAdmin(turn);
  switch (pressed.action) {
    case "leave":
      turn.remember({ viewAs: null, objectId: null });
      return turn.say({ text: turn.t("view_as.left"), buttons: [[menuButton(turn.t)]] });
    case "roles":
      return turn.show(rolesMessage(turn));
    case "role": {
      const { role, page } = pressed;
      if (reachOf(role) === "company") return startView(turn, { role, object: null });
      const { items } = await listObjects.run(turn.context(undefined, admin), { limit: MOST });
      return turn.show(objectsMessage(turn, role, items, page));
    }
    case "object": {
      const { id, name } = await getObject.run(turn.context(undefined, admin), {
        objectId: pressed.objectId,
      });
      return startView(turn, { role: pressed.role, object: { id, name } });
    }
  }
}

/** /viewas: shows an admin what users of another role see; read-only. */
export const viewAsFeature: Feature = {
  commands: [
    { name: "viewas", place: 100, works: (actor) => can(actor, "view_as"), reads: true, answer: ask },
  ],
  buttons: [onButtons(unpackViewAs, onPress, () => true)],
};
