import { createRequire } from "node:module";
import type { RequestListener, Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type ViteServer = {
  middlewares: (request: unknown, response: unknown, next: () => void) => void;
};
type Vite = { createServer(options: object): Promise<ViteServer> };

/** The Mini App from source, with hot reload over the front door's port. */
export async function viteMiddleware(miniApp: string, servers: [Server, Server]): Promise<RequestListener> {
  const entry = createRequire(join(miniApp, "package.json")).resolve("vite");
  const vite: Vite = await import(pathToFileURL(entry).href);
  const development = await vite.createServer({
    root: miniApp,
    appType: "spa",
    clearScreen: false,
    server: { middlewareMode: true, ws: { server: servers[0] } },
  });
  servers[1].on("upgrade", (...upgrade) => servers[0].emit("upgrade", ...upgrade));
  return (request, response) =>
    development.middlewares(request, response, () => response.writeHead(404).end());
}
