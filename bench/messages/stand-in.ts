import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A message as it came, at `performance.now()`. */
export type Arrival = { chat: number; text: string; at: number };

export type StandIn = { root: string; arrivals: Arrival[]; close(): Promise<void> };

/** An HTTP server that accepts every call of the Bot API and notes when messages come. */
export async function startStandIn(): Promise<StandIn> {
  const arrivals: Arrival[] = [];
  let messageId = 0;
  const server = createServer((request, response) => {
    const at = performance.now();
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { chat_id: chat, text } = JSON.parse(Buffer.concat(parts).toString() || "{}") as {
        chat_id?: number;
        text?: string;
      };
      const method = request.url?.split("/").at(-1) ?? "";
      if (/^(send|edit)/.test(method)) arrivals.push({ chat: Number(chat), text: String(text), at });
      messageId += 1;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ ok: true, result: { message_id: messageId } }));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    root: `http://127.0.0.1:${port}`,
    arrivals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
