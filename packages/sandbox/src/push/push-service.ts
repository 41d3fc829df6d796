import { createECDH, randomBytes, randomUUID } from "node:crypto";
import { type BrowserKeys, decrypt } from "./decrypt.ts";
import { vapidProblem } from "./vapid.ts";

/** Where browsers are told that the push service is. */
export const PUSH_ORIGIN = "https://push.example.org";

const MOST_BYTES = 4_096;
const URGENCIES = ["very-low", "low", "normal", "high"];

/** What a browser gives to an application. */
export type NewSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };

export type PushedMessage = {
  id: string;
  ttl: number;
  urgency: string;
  topic: string | null;
  /** As the browser decrypted it. */
  payload: unknown;
};

/** What the push service answers next; `times` requests, then as usual. */
export type PushFault = { status: number; retryAfter?: string; times: number };

type Subscription = { keys: BrowserKeys; applicationKey: string; gone: boolean };
type Answer = { status: number; text: string; headers?: Record<string, string> };

/** A push service as strict as the real ones, with the browsers behind it. */
export class PushService {
  readonly messages: PushedMessage[] = [];
  /** Why requests were refused, in order. */
  readonly refusals: string[] = [];
  readonly #subscriptions = new Map<string, Subscription>();
  #faults: PushFault[] = [];

  /** A browser subscribes for the application whose public key is given. */
  subscribe(applicationKey: string): NewSubscription {
    const pair = createECDH("prime256v1");
    const publicKey = pair.generateKeys();
    const keys = { publicKey, privateKey: pair.getPrivateKey(), auth: randomBytes(16) };
    const id = randomUUID();
    this.#subscriptions.set(id, { keys, applicationKey, gone: false });
    return {
      endpoint: `${PUSH_ORIGIN}/p/${id}`,
      keys: { p256dh: publicKey.toString("base64url"), auth: keys.auth.toString("base64url") },
    };
  }

  /** The user of a browser takes the permission back. */
  drop(endpoint: string): void {
    const subscription = this.#subscriptions.get(endpoint.split("/").at(-1) ?? "");
    if (subscription !== undefined) subscription.gone = true;
  }

  fail(...faults: PushFault[]): void {
    this.#faults = faults.map((fault) => ({ ...fault }));
  }

  /** Answers a request to `/p/<id>`. */
  async handle(request: Request): Promise<Response> {
    const { status, text, headers } = await this.#answer(request);
    if (status >= 400) this.refusals.push(`${status} ${text}`);
    return new Response(text, { status, ...(headers === undefined ? {} : { headers }) });
  }

  async #answer(request: Request): Promise<Answer> {
    const [fault] = this.#faults;
    if (fault !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) this.#faults.shift();
      const { status, retryAfter } = fault;
      if (retryAfter === undefined) return { status, text: "as ordered" };
      return { status, text: "as ordered", headers: { "Retry-After": retryAfter } };
    }
    if (request.method !== "POST") return { status: 405, text: "POST alone" };
    const id = new URL(request.url).pathname.split("/").at(-1) ?? "";
    const subscription = this.#subscriptions.get(id);
    if (subscription === undefined) return { status: 404, text: "no such subscription" };
    if (subscription.gone) return { status: 410, text: "unsubscribed" };
    const now = Math.floor(Date.now() / 1_000);
    const { applicationKey: key } = subscription;
    const authorization = request.headers.get("authorization") ?? undefined;
    const problem = vapidProblem(authorization, { origin: PUSH_ORIGIN, key, now });
    if (problem !== null) return { status: 403, text: problem };
    return this.#take(request, id, subscription);
  }

  async #take(request: Request, id: string, { keys }: Subscription): Promise<Answer> {
    const { headers } = request;
    const ttl = headers.get("ttl") ?? "";
    if (!/^\d+$/.test(ttl)) return { status: 400, text: "TTL is missing" };
    if (headers.get("content-encoding") !== "aes128gcm") return { status: 415, text: "not aes128gcm" };
    const urgency = headers.get("urgency") ?? "normal";
    if (!URGENCIES.includes(urgency)) return { status: 400, text: "no such urgency" };
    const topic = headers.get("topic");
    if (topic !== null && !/^[\w-]{1,32}$/.test(topic)) return { status: 400, text: "no such topic" };
    const body = Buffer.from(await request.arrayBuffer());
    if (body.length > MOST_BYTES) return { status: 413, text: "more than 4096 bytes" };
    let payload: unknown;
    try {
      payload = JSON.parse(decrypt(body, keys));
    } catch (error) {
      return { status: 400, text: `the browser cannot read it: ${String(error)}` };
    }
    this.messages.push({ id, ttl: Number(ttl), urgency, topic, payload });
    return { status: 201, text: "", headers: { Location: `${PUSH_ORIGIN}/m/${this.messages.length}` } };
  }
}
