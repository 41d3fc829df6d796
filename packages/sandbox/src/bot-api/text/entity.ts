import type { MessageEntity } from "@grammyjs/types";

export type EntityType = MessageEntity["type"];

/** A span of formatting; offset and length in UTF-16 units. Flat, where the Bot API has a type for each kind: it is built field by field. */
export type Entity = {
  type: EntityType;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
};

export type FormattedText = { text: string; entities: Entity[] };

/** Outer spans before the inner ones, as Telegram sends them. */
export function sortEntities(entities: Entity[]): Entity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}
