import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps, type RequestOptions } from "node:https";
import { encryptNotification, vapidHeaders } from "@block65/webcrypto-web-push";
import { isPushEndpoint, type PushAnswer, type PushRequest, type PushSender } from "@stsphera/core/push";
import { PrivateAddress, publicLookup } from "../outgoing/public-lookup.ts";
import { retryAfterMs } from "./retry-after.ts";
import type { PushSettings } from "./settings.ts";

const PRIVATE = "the push service leads to a private network";
/** What a push of 4,096 bytes has room for; shorter ones are padded to it, so that their length tells nothing. */
const MAX_BYTES = 3_993;
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
    const text = Buffer.from(push.payload);
    if (text.byteLength > MAX_BYTES) return { kind: "refused", error: "the push is too long" };
    const subscription = subscriptionOf(push);
    let body: Uint8Array;
    try {
      body = await encryptNotification(subscription, text);
    } catch {
      // Errors of keys may name them.
      return { kind: "refused", error: "the keys of the browser are not usable" };
    }
    const headers = await headersOf(push, body);
    try {
      return await answerOf(await ask(push.endpoint, headers, body, signal));
    } catch (error) {
      if (error instanceof PrivateAddress) return { kind: "refused", error: error.message };
      return { kind: "busy", error: reasonOf(error, signal), retryAfterMs: null };
    }
  };

  async function headersOf(push: PushRequest, body: Uint8Array): Promise<Record<string, string>> {
    const { ttl, urgency, topic } = push;
    // Signed by the real time: push services judge it, and the product's clock may be moved.
    const { headers } = await vapidHeaders(subscriptionOf(push), { subject, publicKey, privateKey });
    return {
      ...headers,
      TTL: String(ttl),
      Urgency: urgency,
      Topic: topic,
      "Content-Encoding": "aes128gcm",
      "Content-Type": "application/octet-stream",
      "Content-Length": String(body.byteLength),
    };
  }

  function ask(
    endpoint: string,
    headers: Record<string, string>,
    body: Uint8Array,
    signal: AbortSignal,
  ): Promise<{ answer: IncomingMessage; text: string }> {
    const { pathname, search } = new URL(endpoint);
    const [target, request] =
      standIn === undefined
        ? [new URL(endpoint), requestHttps]
        : [new URL(`${standIn}${pathname}${search}`), requestHttp];
    const own = standIn === undefined ? { lookup: publicLookup(PRIVATE), ...connection } : {};
    return new Promise((done, failed) => {
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

const subscriptionOf = ({ endpoint, p256dh, auth }: PushRequest) => ({
  endpoint,
  expirationTime: null,
  keys: { p256dh, auth },
});

/** Why a request had no answer, without the address that it went to. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return "the push service did not answer in time";
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return `no answer: ${code}`;
}
