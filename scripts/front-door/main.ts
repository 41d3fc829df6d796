import { join } from "node:path";
import { createFrontDoor } from "./front-door.ts";
import { listenOnLoopback } from "./listen.ts";
import { loadPages } from "./pages.ts";
import { contentPolicy } from "./content-policy.ts";

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
};

const miniApp = required("MINIAPP_FOLDER");
const origins = {
  s3: required("S3_ORIGIN"),
  frames: (process.env.FRAME_ORIGINS ?? "").split(" ").filter(Boolean),
};
const door = createFrontDoor({ api: required("API_ORIGIN"), bot: required("BOT_ORIGIN") });

if (process.env.FRONT_DOOR_VITE) {
  const { viteMiddleware } = await import("./vite.ts");
  door.serve(await viteMiddleware(miniApp, door.servers));
} else {
  door.serve(loadPages(join(miniApp, "dist"), (html) => contentPolicy(html, origins)));
}

await listenOnLoopback(door.servers, Number(required("PORT")));

const stop = () => {
  for (const server of door.servers) {
    server.close();
    server.closeAllConnections();
  }
  if (process.env.FRONT_DOOR_VITE) process.exit(0);
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
