import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export type RoundRobin = {
  port: number;
  /** Requests that each origin answered. */
  answered: Map<string, number>;
  /** Servers on this machine that take turns. */
  origins: string[];
  close(): void;
};

/** Passes each request to the next server, as a load balancer in front of several bots does. */
export async function startRoundRobin(): Promise<RoundRobin> {
  const origins: string[] = [];
  const answered = new Map<string, number>();
  let turn = 0;
  const server = createServer((incoming, response) => {
    const origin = origins[(turn += 1) % Math.max(1, origins.length)];
    if (origin === undefined) {
      response.writeHead(503).end();
      return;
    }
    const { method, headers } = incoming;
    const onward = request(new URL(incoming.url ?? "/", origin), { method, headers }, (answer) => {
      answered.set(origin, (answered.get(origin) ?? 0) + 1);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.writeHead(503).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { port, answered, origins, close: () => void server.close() };
}
