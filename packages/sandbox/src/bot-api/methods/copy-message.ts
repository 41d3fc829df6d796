import { captionOf } from "../text/format.ts";
import { without } from "./editing.ts";
import { oneMessage, sendingParameters, type Method } from "./method.ts";
import { captionFields, outgoing } from "./outgoing.ts";
import { contentOf, sourceMessage } from "./repeating.ts";

export const copyMessage: Method = {
  parameters: [
    ...sendingParameters,
    "from_chat_id",
    "message_id",
    "video_start_timestamp",
    "caption",
    "parse_mode",
    "caption_entities",
    "show_caption_above_media",
  ],
  counts: oneMessage,
  run(world, input) {
    const { post } = outgoing(world, input);
    const content = contentOf(sourceMessage(world, input, "copy"));
    const withCaption = input.has("caption")
      ? { ...without(content as never, ["caption", "caption_entities"]), ...captionFields(captionOf(input)) }
      : content;
    return { message_id: post(withCaption).message_id };
  },
};
