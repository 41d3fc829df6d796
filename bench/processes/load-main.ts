import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { answerParent } from "./answer-parent.ts";
import { type LoadResult, repeat } from "./load.ts";

export type LoadRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
  /** True to send a new Idempotency-Key with each request. */
  ownKey: boolean;
};
export type LoadOrder = {
  url: string;
  requests: readonly LoadRequest[];
  status: number;
  seconds: number;
  connections: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const run = randomBytes(6).toString("hex");
let keys = 0;

function headersOf({ headers, ownKey, body }: LoadRequest): Record<string, string> {
  if (body === undefined) return headers;
  const all = { ...headers, "Content-Length": String(Buffer.byteLength(body)) };
  if (!ownKey) return all;
  keys += 1;
  return { ...all, "Idempotency-Key": `${run}-${keys}` };
}

function send(url: string, wish: LoadRequest, status: number): Promise<void> {
  const { method, path, body } = wish;
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, agent, headers: headersOf(wish) }, (response) => {
      response.resume();
      response.once("error", reject);
      response.once("end", () => {
        if (response.statusCode === status) resolve();
        else reject(new Error(`${method} ${path} answered ${response.statusCode}`));
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

answerParent({
  run({ url, requests, status, seconds, connections }: LoadOrder): Promise<LoadResult> {
    return repeat({ seconds, connections }, async (turn) => {
      const wish = requests[turn % requests.length];
      if (wish === undefined) throw new Error("there is nothing to ask");
      await send(url, wish, status);
    });
  },
});
