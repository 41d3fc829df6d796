import type { MessageEntity } from "@grammyjs/types";

export type EntityType = MessageEntity["type"];

/**
 * A formatting entity; offset and length in UTF-16 units. One flat type, unlike the Bot API's union, because it is
 * built field by field.
 */
export type Entity = {
  type: EntityType;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
};

export type FormattedText = { text: string; entities: Entity[] };

/** Outer entities before inner ones, as Telegram sends them. */
export function sortEntities(entities: Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}
