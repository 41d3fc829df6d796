// The process that decodes untrusted bytes. It has no settings, opens no connections and may be killed at any moment.
import { PhotoError } from "../errors.ts";
import { decodePhoto } from "./decode-photo.ts";
import type { DecodeAnswer, DecodeRequest } from "./decoder-protocol.ts";

const answer = (message: DecodeAnswer) => process.send?.(message);

process.on("message", (request: DecodeRequest) => {
  decodePhoto(request.bytes).then(
    (decoded) => answer({ id: request.id, decoded }),
    (error: unknown) =>
      answer({ id: request.id, problem: error instanceof PhotoError ? error.problem : "damaged" }),
  );
});
// The parent has gone: nothing is worth finishing.
process.on("disconnect", () => process.exit(0));
