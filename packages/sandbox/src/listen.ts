import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Listening = { port: number; close(): Promise<void> };

const v4 = "127.0.0.1";
const v6 = "::1";

/** Listens on loopback only: 127.0.0.1 and, with a fixed port, ::1 if available. */
export async function listenOnLoopback(port: number, listener: RequestListener): Promise<Listening> {
  const first = createServer(listener);
  await listen(first, port, v4);
  const servers = [first];
  if (port !== 0) {
    const second = createServer(listener);
    try {
      await listen(second, port, v6);
      servers.push(second);
    } catch (error) {
      if (!hasNoV6(error)) {
        await closeAll(servers);
        throw error;
      }
    }
  }
  return { port: (first.address() as AddressInfo).port, close: () => closeAll(servers) };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  // Long polls and slow uploads are normal here.
  server.requestTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function hasNoV6(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT")
  );
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}
