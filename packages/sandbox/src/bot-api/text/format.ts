import { badRequest, entityError, strict } from "../errors.ts";
import type { Input } from "../input.ts";
import { trimmed, withDetected } from "./detect.ts";
import type { Entity, FormattedText } from "./entity.ts";
import { parseHtml } from "./html.ts";

const textLimit = 4096;
const captionLimit = 1024;

type Source = { text: string; parseMode: string | undefined; entities: unknown };

/** The required text of a message: 1 to 4096 UTF-16 units after parsing its formatting. */
export function messageText(input: Input): FormattedText {
  const formatted = formattedText({
    text: input.text("text") ?? "",
    parseMode: input.text("parse_mode"),
    entities: input.json("entities"),
  });
  if (formatted.text === "") throw badRequest("message text is empty");
  if (formatted.text.length > textLimit) throw badRequest("message is too long");
  return formatted;
}

/** The caption of a file, up to 1024 UTF-16 units; undefined without one. */
export function captionText(input: Input): FormattedText | undefined {
  const formatted = formattedText({
    text: input.text("caption") ?? "",
    parseMode: input.text("parse_mode"),
    entities: input.json("caption_entities"),
  });
  if (formatted.text.length > captionLimit) throw badRequest("message caption is too long");
  return formatted.text === "" ? undefined : formatted;
}

function formattedText({ text, parseMode, entities }: Source): FormattedText {
  return withDetected(trimmed(readFormatting(text, parseMode, entities)));
}

function readFormatting(text: string, parseMode: string | undefined, entities: unknown): FormattedText {
  const mode = parseMode?.toLowerCase() ?? "";
  if (mode === "html") return parseHtml(text);
  if (mode === "markdown" || mode === "markdownv2")
    throw strict(`parse_mode ${parseMode} is not spoken here`);
  if (mode !== "") throw badRequest("unsupported parse_mode");
  return { text, entities: entities === undefined ? [] : listOfEntities(entities, text) };
}

function listOfEntities(value: unknown, text: string): Entity[] {
  if (!Array.isArray(value)) throw entityError("expected an Array of MessageEntity");
  return value.map((item: unknown) => {
    const entity = item as Entity | null;
    const whole = Number.isInteger(entity?.offset) && Number.isInteger(entity?.length);
    if (!entity || typeof entity.type !== "string" || !whole)
      throw entityError("expected an Object MessageEntity");
    if (entity.offset < 0 || entity.length <= 0 || entity.offset + entity.length > text.length) {
      throw badRequest("ENTITY_BOUNDS_INVALID");
    }
    return entity;
  });
}
