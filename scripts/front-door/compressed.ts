import type { IncomingMessage, OutgoingHttpHeaders } from "node:http";

const FEWEST_BYTES = 512;
const WITHOUT_BODY = new Set([204, 304]);

/** Whether an answer is compressed on its way, as production's front door does: JSON and text, streams of events not. */
export function isCompressed(request: IncomingMessage, answer: IncomingMessage): boolean {
  const {
    "content-type": type = "",
    "content-encoding": encoding,
    "content-length": length,
  } = answer.headers;
  if (request.method === "HEAD" || WITHOUT_BODY.has(answer.statusCode ?? 0)) return false;
  if (encoding !== undefined || (length !== undefined && Number(length) < FEWEST_BYTES)) return false;
  if (!/^(application\/json|text\/(?!event-stream))/.test(type)) return false;
  return /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
}

/** The headers of an answer whose body is compressed. */
export function compressedHeaders({
  "content-length": _plain,
  ...headers
}: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const vary = headers["vary"] === undefined ? "" : `${String(headers["vary"])}, `;
  return { ...headers, "content-encoding": "gzip", vary: `${vary}Accept-Encoding` };
}
