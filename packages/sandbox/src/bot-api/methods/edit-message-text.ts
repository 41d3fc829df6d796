import { readInlineMarkup } from "../markup/reply-markup.ts";
import { messageText } from "../text/format.ts";
import { editedMessage, saveEdit, without } from "./editing.ts";
import { editingParameters, type Method } from "./method.ts";
import { textFields } from "./outgoing.ts";
import { previewFields } from "./send-message.ts";

export const editMessageText: Method = {
  parameters: [...editingParameters, "text", "parse_mode", "entities", "link_preview_options"],
  limited: true,
  run(world, input) {
    const before = editedMessage(world, input);
    const text = messageText(input);
    const markup = readInlineMarkup(input, before.chat);
    const preview = input.object("link_preview_options", previewFields);
    return saveEdit(world, before, {
      ...without(before, ["text", "entities", "link_preview_options", "reply_markup"]),
      ...textFields(text),
      ...(preview ? { link_preview_options: preview } : {}),
      ...(markup ? { reply_markup: markup } : {}),
    });
  },
};
