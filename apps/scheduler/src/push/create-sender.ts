import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps, type RequestOptions } from "node:https";
import { isPushEndpoint, type PushAnswer, type PushRequest, type PushSender } from "@stsphera/core/push";
import webPush from "web-push";
import { PrivateAddress, publicLookup } from "../outgoing/public-lookup.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { PushSettings } from "./settings.ts";

const PRIVATE = "the push service leads to a private network";
const ENCODING = "aes128gcm";
const MAX_BYTES = 4_096;
/** What a push service says of an error is short. */
const MAX_ANSWER = 300;

export type SenderDeps = {
  now: () => Date;
  /** How the connection is made; tests replace the look-up of names and trust their own certificate. */
  connection?: Pick<RequestOptions, "lookup" | "ca" | "port">;
};

/**
 * Sends to push services: encrypts for the browser (RFC 8291), signs as this installation (RFC 8292). Redirects are not
 * followed, and the address that the name leads to is judged when it is connected to.
 */
export function createPushSender(
  { publicKey, privateKey, subject, standIn }: PushSettings,
  { now, connection = {} }: SenderDeps,
): PushSender {
  return async (push, signal) => {
    if (!isPushEndpoint(push.endpoint)) return { kind: "refused", error: PRIVATE };
    let body: Buffer;
    try {
      body = webPush.encrypt(push.p256dh, push.auth, push.payload, ENCODING).cipherText;
    } catch {
      // The library names the key in its errors.
      return { kind: "refused", error: "the keys of the browser are not usable" };
    }
    if (body.byteLength > MAX_BYTES) return { kind: "refused", error: "the push is too long" };
    try {
      return await answerOf(await ask(push, body, signal));
    } catch (error) {
      if (error instanceof PrivateAddress) return { kind: "refused", error: error.message };
      return { kind: "busy", error: reasonOf(error, signal), retryAfterMs: null };
    }
  };

  function headersOf({ endpoint, ttl, urgency, topic }: PushRequest, body: Buffer) {
    const { origin } = new URL(endpoint);
    return {
      // By the real time: push services judge it, and the product's clock may be moved.
      ...webPush.getVapidHeaders(origin, subject, publicKey, privateKey, ENCODING),
      TTL: String(ttl),
      Urgency: urgency,
      Topic: topic,
      "Content-Encoding": ENCODING,
      "Content-Type": "application/octet-stream",
      "Content-Length": String(body.byteLength),
    };
  }

  function ask(push: PushRequest, body: Buffer, signal: AbortSignal) {
    const { pathname, search } = new URL(push.endpoint);
    const [target, request] =
      standIn === undefined
        ? [new URL(push.endpoint), requestHttps]
        : [new URL(`${standIn}${pathname}${search}`), requestHttp];
    const own = standIn === undefined ? { lookup: publicLookup(PRIVATE), ...connection } : {};
    const headers = headersOf(push, body);
    return new Promise<{ answer: IncomingMessage; text: string }>((done, failed) => {
      const sent = request(target, { method: "POST", headers, signal, ...own }, (answer) => {
        answer.setEncoding("utf8");
        let text = "";
        answer.on("data", (part: string) => {
          if (text.length < MAX_ANSWER) text += part;
        });
        answer.on("end", () => done({ answer, text: text.slice(0, MAX_ANSWER) }));
        answer.on("error", failed);
      });
      sent.on("error", failed);
      sent.end(body);
    });
  }

  async function answerOf({ answer, text }: { answer: IncomingMessage; text: string }): Promise<PushAnswer> {
    const { statusCode = 0, headers } = answer;
    if (statusCode >= 200 && statusCode < 300) return { kind: "taken" };
    const error = `${statusCode} ${text.replace(/\s+/g, " ").replace(/https?:\S+/g, "…")}`.trim();
    if (statusCode === 404 || statusCode === 410) return { kind: "gone", error };
    if (statusCode === 429 || statusCode >= 500)
      return { kind: "busy", error, retryAfterMs: retryAfterMs(headers["retry-after"], now()) };
    return { kind: "refused", error };
  }
}

/** Why a request had no answer, without the address that it went to. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return "the push service did not answer in time";
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return `no answer: ${code}`;
}
