import { messageText } from "../text/format.ts";
import { sendingParameters, type Method } from "./method.ts";
import { outgoing, textFields } from "./outgoing.ts";

export const previewFields = [
  "is_disabled",
  "url",
  "prefer_small_media",
  "prefer_large_media",
  "show_above_text",
];

export const sendMessage: Method = {
  parameters: [...sendingParameters, "text", "parse_mode", "entities", "link_preview_options"],
  limited: true,
  run(world, input) {
    const { post } = outgoing(world, input);
    const text = messageText(input);
    const preview = input.object("link_preview_options", previewFields);
    return post({ ...textFields(text), ...(preview ? { link_preview_options: preview } : {}) });
  },
};
