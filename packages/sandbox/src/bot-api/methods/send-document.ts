import { captionOf } from "../text/format.ts";
import { documentOf } from "./media.ts";
import { oneMessage, sendingParameters, type Method } from "./method.ts";
import { captionFields, outgoing } from "./outgoing.ts";

export const sendDocument: Method = {
  parameters: [
    ...sendingParameters,
    "document",
    "thumbnail",
    "caption",
    "parse_mode",
    "caption_entities",
    "disable_content_type_detection",
  ],
  counts: oneMessage,
  async run(world, input) {
    const { post } = outgoing(world, input);
    const caption = captionOf(input);
    const document = await documentOf(world, input, input.text("document"), "document");
    return post({ document, ...captionFields(caption) });
  },
};
