import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export type RunningServer = {
  port: number;
  /** Accepts no new connections, gives running requests some time, then closes the rest. */
  stop(): Promise<void>;
};

type Fetch = Parameters<typeof createAdaptorServer>[0]["fetch"];

const LAST_ANSWERS_MS = 12_000;

/** Starts an HTTP server. Slow clients are cut off by Node's own limits: headers 10 s, the whole request 30 s. */
export async function startServer(fetch: Fetch, at: { host: string; port: number }): Promise<RunningServer> {
  const options = {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    maxHeaderSize: 16_384,
  };
  const server = createAdaptorServer({ fetch, serverOptions: options }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
    server.close((error) => {
      clearTimeout(cutOff);
      if (error === undefined) resolve();
      else reject(error);
    });
    server.closeIdleConnections();
  });
}
