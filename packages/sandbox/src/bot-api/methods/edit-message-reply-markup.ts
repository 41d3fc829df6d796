import { readInlineMarkup } from "../markup/reply-markup.ts";
import { editedMessage, saveEdit, without } from "./editing.ts";
import { editingParameters, type Method } from "./method.ts";

export const editMessageReplyMarkup: Method = {
  parameters: editingParameters,
  limited: true,
  run(world, input) {
    const before = editedMessage(world, input);
    const markup = readInlineMarkup(input, before.chat);
    return saveEdit(world, before, {
      ...without(before, ["reply_markup"]),
      ...(markup ? { reply_markup: markup } : {}),
    });
  },
};
