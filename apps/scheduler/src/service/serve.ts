import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";

export type Served = { port: number; close(): Promise<void> };

/** Serves on a port; 0 takes a free one. */
export function serve(app: Hono, host: string, port: number): Promise<Served> {
  const server = createAdaptorServer({ fetch: app.fetch });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve({
        port: typeof address === "object" && address !== null ? address.port : port,
        close: () =>
          new Promise<void>((done) => {
            server.close(() => done());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
  });
}
