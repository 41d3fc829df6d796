import { card, line, type RenderedMessage } from "@stsphera/telegram";
import { menuButton } from "../../engine/buttons.ts";
import { commandsOf, helped } from "../../engine/command.ts";
import type { Turn } from "../../engine/turn.ts";

/** What the user can do here: one line per available command. */
export function helpCard({ t, services, person }: Turn): RenderedMessage {
  const mine = helped(commandsOf(services.registered.commands, person()));
  const { support } = services;
  const contact = support === null ? [] : ["", t("help.support", { support })];
  return {
    text: [
      card(
        t("help.title"),
        mine.map(({ name }) => line(`/${name}`, t(`help.${name}`))),
      ),
      ...contact,
    ].join("\n"),
    buttons: [[menuButton(t)]],
  };
}
