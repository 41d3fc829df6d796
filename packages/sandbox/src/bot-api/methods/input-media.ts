import type { Message } from "../../world/model.ts";
import type { World } from "../../world/world.ts";
import { strict } from "../errors.ts";
import { knownFields, type Input } from "../input.ts";
import { captionText } from "../text/format.ts";
import { documentOf, photoOf } from "./media.ts";
import { captionFields } from "./outgoing.ts";

const common = ["type", "media", "caption", "parse_mode", "caption_entities"];
const fieldsOf: Record<string, readonly string[]> = {
  photo: [...common, "show_caption_above_media", "has_spoiler"],
  document: [...common, "thumbnail", "disable_content_type_detection"],
};

export type MediaContent = Pick<
  Message,
  "photo" | "document" | "caption" | "caption_entities" | "show_caption_above_media" | "has_media_spoiler"
>;

/** One InputMedia object: a photo or a document with its caption. */
export async function readInputMedia(world: World, input: Input, value: unknown): Promise<MediaContent> {
  const type = String((value as { type?: unknown } | null)?.type ?? "");
  const fields = fieldsOf[type];
  if (!fields) throw strict(`unknown media type ${type}`);
  const media = knownFields(value, fields, `InputMedia ${type}`);
  const caption = captionText({
    text: typeof media["caption"] === "string" ? media["caption"] : "",
    parseMode: typeof media["parse_mode"] === "string" ? media["parse_mode"] : undefined,
    entities: media["caption_entities"],
  });
  const file =
    type === "photo"
      ? { photo: await photoOf(world, input, media["media"], "media") }
      : { document: await documentOf(world, input, media["media"], "media") };
  return {
    ...file,
    ...captionFields(caption),
    ...(media["show_caption_above_media"] === true ? { show_caption_above_media: true as const } : {}),
    ...(media["has_spoiler"] === true ? { has_media_spoiler: true as const } : {}),
  };
}
