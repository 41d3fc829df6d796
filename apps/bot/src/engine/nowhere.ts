import { forbidden } from "@stsphera/core";
import { card } from "@stsphera/telegram";
import { menuButton } from "./buttons.ts";
import { myObjects } from "./my-objects.ts";
import type { Turn } from "./turn.ts";

/** Says why there is no object to enter facts on: nobody put the person into a team, or it is not his right. */
export async function sayNowhere(turn: Turn): Promise<void> {
  const { t } = turn;
  if ((await myObjects(turn)).length > 0) throw forbidden("fact.enter");
  turn.say({
    text: card(t("fact.no_object.title"), [t("fact.no_object.text")]),
    buttons: [[menuButton(t)]],
  });
}

/** There is no object on which the person may make such a thing. */
export function sayNoObject(turn: Turn): null {
  const { t } = turn;
  turn.say({ text: card(t("menu.no_object.title"), [t("menu.no_object.text")]), buttons: [[menuButton(t)]] });
  return null;
}
