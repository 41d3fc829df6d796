import { badRequest, strict } from "../errors.ts";
import { captionText } from "../text/format.ts";
import { UploadedFile } from "../uploaded-file.ts";
import { sendingParameters, type Method } from "./method.ts";
import { captionFields, outgoing } from "./outgoing.ts";

/** Documents are uploaded; a file_id or a link is not spoken here. */
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
  limited: true,
  run(world, input) {
    const { post } = outgoing(world, input);
    const file = input.parameters["document"];
    if (file === undefined) throw badRequest("there is no document in the request");
    if (!(file instanceof UploadedFile)) throw strict("parameter document must be an uploaded file");
    if (file.bytes.length === 0) throw badRequest("file must be non-empty");
    const document = world.files.addDocument(file.bytes, file.name, file.type);
    return post({ document, ...captionFields(captionText(input)) });
  },
};
