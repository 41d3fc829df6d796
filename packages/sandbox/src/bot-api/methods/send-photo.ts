import { captionOf } from "../text/format.ts";
import { photoOf } from "./media.ts";
import { oneMessage, sendingParameters, type Method } from "./method.ts";
import { captionFields, outgoing } from "./outgoing.ts";

export const sendPhoto: Method = {
  parameters: [
    ...sendingParameters,
    "photo",
    "caption",
    "parse_mode",
    "caption_entities",
    "show_caption_above_media",
    "has_spoiler",
  ],
  counts: oneMessage,
  async run(world, input) {
    const { post } = outgoing(world, input);
    const caption = captionOf(input);
    const photo = await photoOf(world, input, input.text("photo"), "photo");
    return post({
      photo,
      ...captionFields(caption),
      ...(input.flag("show_caption_above_media") ? { show_caption_above_media: true as const } : {}),
      ...(input.flag("has_spoiler") ? { has_media_spoiler: true as const } : {}),
    });
  },
};
