import { oneLine, withoutHidden } from "@stsphera/contracts/format";

/** Telegram HTML whose values are escaped. */
export type Html = { readonly html: string };

export type HtmlValue = Html | string | number | null | undefined | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const HAIRLINE = "─".repeat(16);

/** Escapes plain text for Telegram HTML and removes invisible characters, which could reorder or hide other text. */
export function escapeHtml(text: string): string {
  return withoutHidden(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Marks text as safe HTML: never for user input. */
export function raw(text: string): Html {
  return { html: text };
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return "html" in value ? value.html : value.map(render).join("");
}

/**
 * Builds Telegram HTML; every value is escaped, pieces of HTML are inserted as they are, absent values are omitted.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const text = parts.reduce((done, part, at) => done + render(values[at - 1]) + part);
  return raw(text);
}

/** Joins pieces, omitting empty ones. */
export function joinHtml(pieces: readonly HtmlValue[], separator = "\n"): Html {
  const texts = pieces.map(render).filter((text) => text !== "");
  return raw(texts.join(escapeHtml(separator)));
}

/** A line «ключ  значение»; null when the value is empty, so that the line is omitted. */
export function line(label: string, value: HtmlValue): Html | null {
  const text = oneLine(render(value));
  return text === "" ? null : raw(`${escapeHtml(label)}  ${text}`);
}

/** A message: the title in bold, a hairline, the non-empty lines. Without lines only the title. */
export function card(title: string, lines: readonly HtmlValue[]): string {
  const body = joinHtml(lines).html;
  const head = html`<b>${oneLine(title)}</b>`.html;
  return body === "" ? head : `${head}\n${HAIRLINE}\n${body}`;
}

/**
 * A progress bar of ten characters: full only from 100 per cent, empty only at 0 or below. Takes a decimal string or
 * a number.
 */
export function progressBar(percent: string | number): string {
  const value = Number(percent);
  if (!Number.isFinite(value)) throw new RangeError(`Not a percentage: "${percent}"`);
  const filled = value >= 100 ? 10 : value <= 0 ? 0 : Math.min(9, Math.max(1, Math.round(value / 10)));
  return "▓".repeat(filled) + "░".repeat(10 - filled);
}
