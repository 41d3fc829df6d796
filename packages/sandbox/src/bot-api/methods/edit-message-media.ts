import { badRequest } from "../errors.ts";
import { readInlineMarkup } from "../markup/reply-markup.ts";
import { editedMessage, saveEdit, without } from "./editing.ts";
import { readInputMedia } from "./input-media.ts";
import { editingParameters, oneMessage, type Method } from "./method.ts";

export const editMessageMedia: Method = {
  parameters: [...editingParameters, "media"],
  counts: oneMessage,
  async run(world, input) {
    const before = editedMessage(world, input);
    const markup = readInlineMarkup(input, before.chat);
    const media = await readInputMedia(world, input, input.json("media"));
    if (before.media_group_id && Boolean(before.photo) !== Boolean(media.photo)) {
      throw badRequest("message content type can't be changed in an album");
    }
    return saveEdit(world, before, {
      ...without(before, [
        "text",
        "entities",
        "link_preview_options",
        "photo",
        "document",
        "caption",
        "caption_entities",
        "show_caption_above_media",
        "has_media_spoiler",
        "reply_markup",
      ]),
      ...media,
      ...(markup ? { reply_markup: markup } : {}),
    });
  },
};
