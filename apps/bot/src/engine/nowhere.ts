import { forbidden } from "@stsphera/core";
import { card } from "@stsphera/telegram";
import { menuButton } from "./buttons.ts";
import { myObjects } from "./my-objects.ts";
import type { Turn } from "./turn.ts";

/** Explains why there is no object to enter facts on: the user is in no team, or lacks the permission. */
export async function sayNowhere(turn: Turn): Promise<void> {
  const { t } = turn;
  if ((await myObjects(turn)).length > 0) throw forbidden("fact.enter");
  turn.say({
    text: card(t("fact.no_object.title"), [t("fact.no_object.text")]),
    buttons: [[menuButton(t)]],
  });
}

/** Says that there is no object on which the user may create such an entity. */
export function sayNoObject(turn: Turn): null {
  const { t } = turn;
  turn.say({ text: card(t("menu.no_object.title"), [t("menu.no_object.text")]), buttons: [[menuButton(t)]] });
  return null;
}
