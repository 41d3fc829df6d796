import { charactersOf } from "@stsphera/contracts/format";

/** Maximum length of a message in UTF-16 units, counted without markup as Telegram does. */
export const MESSAGE_LIMIT = 4096;

const PIECE = /<(\/?)([a-z-]+)(?:"[^"]*"|[^">])*>|&(?:[a-z]+|#\d+|#x[\da-f]+);|[^<&]+|[<&]/giu;

/** A tag, an entity or a character; `tag` is set for the first alone. */
type Token = { text: string; tag?: { name: string; isEnd: boolean } };

/**
 * Shortens Telegram HTML to at most `limit` visible UTF-16 units: cuts between characters as people see them, never
 * inside a tag or an entity, ends with «…» and closes open tags.
 */
export function fitText(html: string, limit: number): string {
  const tokens = tokensOf(html);
  const length = tokens.reduce((sum, token) => sum + unitsOf(token), 0);
  if (length <= limit) return html;
  const open: string[] = [];
  let text = "";
  let used = 0;
  for (const token of tokens) {
    if (used + unitsOf(token) > limit - 1) break;
    used += unitsOf(token);
    text += token.text;
    if (token.tag === undefined) continue;
    if (token.tag.isEnd) open.pop();
    else open.push(token.tag.name);
  }
  const closing = open.toReversed().map((tag) => `</${tag}>`);
  return `${text.trimEnd()}…${closing.join("")}`;
}

function tokensOf(html: string): Token[] {
  return [...html.matchAll(PIECE)].flatMap(([text, slash, name]): Token[] => {
    if (name !== undefined) return [{ text, tag: { name, isEnd: slash === "/" } }];
    return text.startsWith("&") ? [{ text }] : charactersOf(text).map((character) => ({ text: character }));
  });
}

/** Visible units of one token: none for a tag, one or two for an entity. */
function unitsOf({ text, tag }: Token): number {
  if (tag !== undefined) return 0;
  if (!text.startsWith("&") || text === "&") return text.length;
  const code = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(text);
  const point =
    code === null ? 0 : Number.parseInt(code[1] ?? code[2] ?? "0", code[1] === undefined ? 10 : 16);
  return point > 0xffff ? 2 : 1;
}

/** Shortens the caption of a button to `limit` characters with «…» at the end. */
export function fitCaption(caption: string, limit: number): string {
  const characters = charactersOf(caption);
  return characters.length <= limit
    ? caption
    : `${characters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}
