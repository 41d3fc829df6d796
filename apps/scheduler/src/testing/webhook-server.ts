import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Hooked = { headers: IncomingHttpHeaders; body: string };
export type WebhookServer = {
  url: string;
  received: Hooked[];
  /** How it answers; by default 204. */
  answer: (response: ServerResponse) => void;
  close(): Promise<void>;
};

/** A receiver of webhooks over real HTTP. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      hook.received.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8") });
      hook.answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const hook: WebhookServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`,
    received: [],
    answer: (response) => response.writeHead(204).end(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return hook;
}
