import type { RecentEntry } from "@stsphera/core";
import { card, type RenderedMessage } from "@stsphera/telegram";
import { press } from "../../engine/buttons.ts";
import { shortPlace, timeOf, type Words, workName } from "../../engine/words.ts";
import { packPhoto } from "./callback-data.ts";

/** Photos without a caption: they stay in the day's journal until a button moves them. */
export function orphanCard(
  words: Words,
  batch: { key: string; count: number },
  entries: readonly RecentEntry[],
): RenderedMessage {
  const { t } = words;
  const buttons = entries.map((entry) => {
    const caption = `${workName({ name: entry.workName })} · ${shortPlace(entry)}, ${timeOf(entry.createdAt, words)}`;
    return [press(caption, packPhoto({ action: "attach", batch: batch.key, factId: entry.id }))];
  });
  return {
    text: card(t("photo.orphan.title", { count: batch.count }), [t("photo.orphan.text")]),
    buttons: [
      ...buttons,
      [press(t("photo.orphan.journal"), packPhoto({ action: "journal", batch: batch.key }))],
    ],
  };
}

/** Asks which object the photos belong to. */
export function whichObjectCard(
  { t }: Words,
  batchKey: string,
  objects: readonly { id: number; name: string }[],
): RenderedMessage {
  return {
    text: card(t("photo.pick_object"), []),
    buttons: objects.map((object) => [
      press(object.name, packPhoto({ action: "object", batch: batchKey, objectId: object.id })),
    ]),
  };
}

export function attachedCard(
  { t }: Words,
  count: number,
  fact: { work: string; facade: string; floor: string },
): RenderedMessage {
  const title = t("photo.attached", { count, work: workName({ name: fact.work }), place: shortPlace(fact) });
  return { text: card(title, []), buttons: [] };
}

export function journaledCard({ t }: Words, count: number): RenderedMessage {
  return { text: card(t("photo.journaled", { count }), []), buttons: [] };
}
