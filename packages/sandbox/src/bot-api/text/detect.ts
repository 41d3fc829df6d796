import type { Entity, EntityType, FormattedText } from "./entity.ts";
import { sortEntities } from "./entity.ts";

const patterns: [type: EntityType, pattern: RegExp][] = [
  ["url", /(?<![\w@./])https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)]/g],
  ["email", /(?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ["bot_command", /(?<![\w/<>@])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/])/g],
  ["mention", /(?<![\w@/.])@[a-zA-Z][\w]{3,31}\b/g],
  ["hashtag", /(?<![\p{L}\p{N}_#&])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
];

const opaque: ReadonlySet<EntityType> = new Set(["code", "pre", "text_link"]);

function overlaps(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/** Adds entities that Telegram detects by itself: commands, links, mentions, hashtags, addresses. */
export function withDetected({ text, entities }: FormattedText): FormattedText {
  const found: Entity[] = [];
  for (const [type, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const entity: Entity = { type, offset: match.index, length: match[0].length };
      const taken = found.some((other) => overlaps(other, entity));
      const hidden = entities.some((other) => opaque.has(other.type) && overlaps(other, entity));
      if (!taken && !hidden) found.push(entity);
    }
  }
  return { text, entities: sortEntities([...entities, ...found]) };
}

/** The text trimmed, with its entities moved and cut accordingly. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.replace(/^[ \t\r\n]+/, "").length;
  const end = text.replace(/[ \t\r\n]+$/, "").length;
  const kept = text.slice(start, Math.max(start, end));
  const moved = entities.flatMap((entity) => {
    const offset = Math.max(0, entity.offset - start);
    const length = Math.min(kept.length, entity.offset + entity.length - start) - offset;
    return length > 0 ? [{ ...entity, offset, length }] : [];
  });
  return { text: kept, entities: moved };
}
