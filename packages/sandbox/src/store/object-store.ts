import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Clock } from "../clock/clock.ts";
import { Buckets } from "./buckets.ts";
import { applyCors } from "./cors.ts";
import { parseRequest } from "./request.ts";
import type { S3Response } from "./response.ts";
import { operationOf } from "./route.ts";
import { S3Error } from "./s3-error.ts";
import { verifySignature, type Keys } from "./signature/verify.ts";
import { xmlError } from "./xml.ts";

export type ObjectStoreOptions = {
  folder: string;
  bucket: string;
  keys: Keys;
  clock: Clock;
  onError: (error: unknown) => void;
};

/** A small S3 server for development: path-style addresses, one key pair, files on disk. */
export class ObjectStore {
  /** While true, every request is answered with 503. */
  down = false;
  /** While true, checksums sent with plain uploads are ignored, as some stores do. */
  lax = false;
  readonly #options: ObjectStoreOptions;
  readonly #buckets: Buckets;

  constructor(options: ObjectStoreOptions) {
    this.#options = options;
    this.#buckets = new Buckets(options.folder);
    this.#buckets.ensure(options.bucket);
  }

  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomBytes(8).toString("hex").toUpperCase();
    response.setHeader("x-amz-request-id", requestId);
    if (applyCors(incoming, response)) return;
    if (incoming.url === "/readyz") {
      response.writeHead(this.down ? 503 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ready: !this.down }));
      return;
    }
    const answer = await this.#answer(incoming, requestId);
    await send(incoming, response, answer);
  }

  async #answer(incoming: IncomingMessage, requestId: string): Promise<S3Response> {
    try {
      if (this.down) throw new S3Error("ServiceUnavailable", "Service is unable to handle request.");
      const { keys, clock } = this.#options;
      const request = parseRequest(incoming);
      const now = () => clock.now();
      const signed = verifySignature(request, keys, [now(), new Date()]);
      return await operationOf(request)({ request, signed, buckets: this.#buckets, now, lax: this.lax });
    } catch (error) {
      if (!(error instanceof S3Error)) this.#options.onError(error);
      const known =
        error instanceof S3Error
          ? error
          : new S3Error("InternalError", "We encountered an internal error. Please try again.");
      const { code, message, details, status } = known;
      const resource = (incoming.url ?? "/").split("?")[0] ?? "/";
      const body = xmlError({
        Code: code,
        Message: message,
        ...details,
        Resource: resource,
        RequestId: requestId,
      });
      return { status, headers: { "content-type": "application/xml" }, body };
    }
  }
}

async function send(incoming: IncomingMessage, response: ServerResponse, answer: S3Response): Promise<void> {
  const { status, headers = {}, body } = answer;
  // The rest of a refused upload is read and dropped, otherwise the client would see a broken connection instead of the
  // answer.
  if (!incoming.complete) incoming.resume();
  if (body === undefined || typeof body === "string") {
    const length = headers["content-length"] ?? String(Buffer.byteLength(body ?? ""));
    response.writeHead(
      status,
      status === 204 || status === 304 ? headers : { ...headers, "content-length": length },
    );
    response.end(incoming.method === "HEAD" ? undefined : body);
    return;
  }
  response.writeHead(status, headers);
  await pipeline(body, response);
}
