/** Maximum length of a message in UTF-16 units, counted without markup as Telegram does. */
export const MESSAGE_LIMIT = 4096;

const TOKEN = /<(\/?)([a-z-]+)(?:"[^"]*"|[^">])*>|&(?:[a-z]+|#\d+|#x[\da-f]+);|./gisu;

/**
 * Shortens Telegram HTML to at most `limit` visible UTF-16 units: cuts between characters, never inside a tag, an
 * entity or a surrogate pair, ends with «…» and closes open tags.
 */
export function fitText(html: string, limit: number): string {
  const tokens = [...html.matchAll(TOKEN)];
  const length = tokens.reduce((sum, token) => sum + unitsOf(token), 0);
  if (length <= limit) return html;
  const open: string[] = [];
  let text = "";
  let used = 0;
  for (const token of tokens) {
    if (used + unitsOf(token) > limit - 1) break;
    used += unitsOf(token);
    text += token[0];
    if (token[2] === undefined) continue;
    if (token[1] === "/") open.pop();
    else open.push(token[2]);
  }
  const closing = open.toReversed().map((tag) => `</${tag}>`);
  return `${text.trimEnd()}…${closing.join("")}`;
}

/** Visible units of one token: none for a tag, one or two for a character or an entity. */
function unitsOf(token: RegExpExecArray): number {
  if (token[2] !== undefined) return 0;
  const text = token[0];
  if (text.length <= 2) return text.length;
  const code = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(text);
  const point =
    code === null ? 0 : Number.parseInt(code[1] ?? code[2] ?? "0", code[1] === undefined ? 10 : 16);
  return point > 0xffff ? 2 : 1;
}

/** Shortens the caption of a button to `limit` characters with «…» at the end. */
export function fitCaption(caption: string, limit: number): string {
  const characters = [...caption];
  return characters.length <= limit
    ? caption
    : `${characters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}
