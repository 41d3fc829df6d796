import { createServer, type RequestListener, type Server } from "node:http";
import { proxy } from "./proxy.ts";

export type FrontDoor = {
  /** One server per loopback address, with the same answers. */
  servers: [Server, Server];
  serve(pages: RequestListener): void;
};

const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** One origin for everything, as in production: the API, the bot's webhook and the Mini App. */
export function createFrontDoor(origins: { api: string; bot: string }): FrontDoor {
  let pages: RequestListener | undefined;

  const answer: RequestListener = (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (within(path, "/api") || path === "/healthz" || path === "/readyz") {
      proxy(origins.api, request, response);
    } else if (within(path, "/telegram")) {
      proxy(origins.bot, request, response);
    } else if (path === "/.front-door/ready") {
      response.writeHead(pages ? 200 : 503).end();
    } else if (path === "/metrics" || !pages) {
      response.writeHead(404).end();
    } else {
      pages(request, response);
    }
  };

  return {
    servers: [createServer(answer), createServer(answer)],
    serve(listener) {
      pages = listener;
    },
  };
}
