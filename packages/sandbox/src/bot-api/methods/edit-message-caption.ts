import { badRequest } from "../errors.ts";
import { readInlineMarkup } from "../markup/reply-markup.ts";
import { captionOf } from "../text/format.ts";
import { editedMessage, saveEdit, without } from "./editing.ts";
import { editingParameters, oneMessage, type Method } from "./method.ts";
import { captionFields } from "./outgoing.ts";

export const editMessageCaption: Method = {
  parameters: [...editingParameters, "caption", "parse_mode", "caption_entities", "show_caption_above_media"],
  counts: oneMessage,
  run(world, input) {
    const before = editedMessage(world, input);
    const caption = captionOf(input);
    const markup = readInlineMarkup(input, before.chat);
    if (!before.photo && !before.document) throw badRequest("there is no caption in the message to edit");
    return saveEdit(world, before, {
      ...without(before, ["caption", "caption_entities", "reply_markup"]),
      ...captionFields(caption),
      ...(markup ? { reply_markup: markup } : {}),
    });
  },
};
