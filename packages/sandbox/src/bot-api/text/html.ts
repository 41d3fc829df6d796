import { entityError } from "../errors.ts";
import type { Entity, EntityType, FormattedText } from "./entity.ts";
import { decodeReference } from "./references.ts";
import { TagReader, type StartTag } from "./tag-reader.ts";

const tagTypes: Record<string, EntityType> = {
  a: "text_link",
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  u: "underline",
  ins: "underline",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  "tg-emoji": "custom_emoji",
  pre: "pre",
  code: "code",
  blockquote: "blockquote",
};

type Open = StartTag & { offset: number };

/** Parses Telegram's HTML; errors have Telegram's texts, with offsets in UTF-8 bytes. */
export function parseHtml(source: string): FormattedText {
  const reader = new TagReader(source, (name) => name in tagTypes);
  const open: Open[] = [];
  const entities: Entity[] = [];
  let text = "";

  while (!reader.atEnd()) {
    const char = reader.peek();
    if (char === "&") {
      const { value, length } = decodeReference(source, reader.position);
      text += value;
      reader.skip(length);
    } else if (char !== "<") {
      text += char;
      reader.skip(1);
    } else if (reader.peek(1) !== "/") {
      open.push({ ...reader.startTag(), offset: text.length });
    } else {
      const innermost = open.pop();
      reader.endTag(innermost?.name);
      if (innermost && text.length > innermost.offset) entities.push(entityOf(innermost, text));
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw entityError(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: withoutCodeInsidePre(entities.filter((entity) => usable(entity))) };
}

function entityOf({ name, attributes, offset }: Open, text: string): Entity {
  const type = tagTypes[name] ?? "bold";
  const span = { offset, length: text.length - offset };
  switch (type) {
    case "text_link":
      return { type, ...span, url: normalUrl(attributes.get("href") ?? text.slice(offset)) };
    case "custom_emoji":
      return { type, ...span, custom_emoji_id: attributes.get("emoji-id") ?? "" };
    case "blockquote":
      return { type: attributes.has("expandable") ? "expandable_blockquote" : type, ...span };
    case "code": {
      const language = attributes.get("class")?.match(/^language-(.+)$/)?.[1];
      return { type, ...span, ...(language ? { language } : {}) };
    }
    default:
      return { type, ...span };
  }
}

/** Telegram drops a link without a valid address and keeps its text. */
function usable(entity: Entity): boolean {
  return entity.type !== "text_link" || entity.url !== "";
}

function normalUrl(href: string): string {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `http://${href}`;
  const known = /^(https?|tg|ton|tonsite|mailto):/i.test(withScheme);
  return known && URL.canParse(withScheme) && !/\s/.test(withScheme) ? new URL(withScheme).href : "";
}

/** `<pre><code class="language-x">` is one entity with a language. */
function withoutCodeInsidePre(entities: Entity[]): Entity[] {
  const same = (a: Entity, b: Entity) => a.offset === b.offset && a.length === b.length;
  return entities
    .filter(
      (entity) => !(entity.type === "code" && entities.some((o) => o.type === "pre" && same(o, entity))),
    )
    .map((entity) => {
      if (entity.type !== "pre") return entity;
      const code = entities.find((other) => other.type === "code" && same(other, entity));
      return code?.language ? { ...entity, language: code.language } : entity;
    })
    .map((entity) =>
      entity.type === "code" ? { type: entity.type, offset: entity.offset, length: entity.length } : entity,
    );
}
