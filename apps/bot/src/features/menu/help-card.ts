import { card, line, type RenderedMessage } from "@stsphera/telegram";
import { commandsOf } from "../../engine/command-list.ts";
import { menuButton } from "../../engine/buttons.ts";
import type { Turn } from "../../engine/turn.ts";

const ORDER = [
  "fact",
  "photo",
  "tasks",
  "newtask",
  "objects",
  "newobject",
  "dashboard",
  "notifications",
  "viewas",
  "admin",
  "menu",
  "cancel",
] as const;

/** What a person can do here: a row for each command that is his. */
export function helpCard({ t, services, person }: Turn): RenderedMessage {
  const mine = new Set<string>(commandsOf(person()));
  const { support } = services;
  const contact = support === null ? [] : ["", t("help.support", { support })];
  return {
    text: [
      card(
        t("help.title"),
        ORDER.filter((name) => mine.has(name)).map((name) => line(`/${name}`, t(`help.${name}`))),
      ),
      ...contact,
    ].join("\n"),
    buttons: [[menuButton(t)]],
  };
}
