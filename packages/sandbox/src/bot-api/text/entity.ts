export type EntityType =
  | "bold"
  | "italic"
  | "underline"
  | "strikethrough"
  | "spoiler"
  | "blockquote"
  | "expandable_blockquote"
  | "code"
  | "pre"
  | "text_link"
  | "custom_emoji"
  | "bot_command"
  | "mention"
  | "hashtag"
  | "url"
  | "email"
  | "text_mention"
  | "phone_number"
  | "cashtag";

/** A span of formatting; offset and length in UTF-16 units. */
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
