import { createHmac } from "node:crypto";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import type { AlertMessage, AlertSender } from "@stsphera/core/watch";
import { isPrivateAddress } from "../outgoing/private-address.ts";
import { publicLookup } from "../outgoing/public-lookup.ts";
import type { WebhookSettings } from "./settings.ts";

const ANSWER_MS = 10_000;
const REFUSED = "the address of the webhook is of a private network: ALERT_WEBHOOK_PRIVATE=yes allows it";

/** `sha256=` and the HMAC of the time and the body, as hex. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;

/**
 * Sends alerts as signed JSON by POST. Redirects are not followed, and the address that the name leads to is judged when
 * it is connected to.
 */
export function createWebhookSender(
  { url, secret, mayBePrivate }: WebhookSettings,
  { now, answerMs = ANSWER_MS }: { now: () => Date; answerMs?: number },
): AlertSender {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  return async (message: AlertMessage) => {
    if (!mayBePrivate && isIP(host) !== 0 && isPrivateAddress(host)) throw new Error(REFUSED);
    const body = JSON.stringify(message);
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const headers = {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Length": String(Buffer.byteLength(body)),
      "User-Agent": "STSphera",
      "X-STSphera-Timestamp": timestamp,
      "X-STSphera-Signature": signatureOf(secret, timestamp, body),
    };
    await new Promise<void>((done, failed) => {
      const signal = AbortSignal.timeout(answerMs);
      const asked = request(
        target,
        { method: "POST", headers, signal, ...(mayBePrivate ? {} : { lookup: publicLookup(REFUSED) }) },
        (answer) => {
          answer.resume();
          const { statusCode = 0 } = answer;
          if (statusCode >= 200 && statusCode < 300) done();
          else failed(new Error(`the webhook answered ${statusCode}`));
        },
      );
      asked.on("error", (error) =>
        failed(signal.aborted ? new Error("the webhook did not answer in time") : error),
      );
      asked.end(body);
    });
  };
}
