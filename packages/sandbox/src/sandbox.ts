import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { createBotApi } from "./bot-api/app.ts";
import { Calls } from "./bot-api/calls.ts";
import { Faults } from "./bot-api/faults.ts";
import { Limits } from "./bot-api/limits.ts";
import type { Clock } from "./clock/clock.ts";
import { createMemoryClock } from "./clock/memory-clock.ts";
import { createControlApi } from "./control/app.ts";
import type { ControlEnv } from "./control/dependencies.ts";
import { listenOnLoopback, type Listening } from "./listen.ts";
import { createPage } from "./page-server.ts";
import { PushService } from "./push/push-service.ts";
import { ObjectStore } from "./store/object-store.ts";
import { World } from "./world/world.ts";

export type SandboxOptions = {
  /** Folder of chats, files and objects; they are kept across restarts. */
  dataDir: string;
  botToken: string;
  botUsername: string;
  appShortName: string;
  miniAppUrl: string;
  s3: { bucket: string; accessKey: string; secretKey: string };
  /** By default the sandbox creates a movable clock. */
  clock?: Clock;
  /** Telegram's sending limits; on by default. */
  limits?: boolean;
  onError?: (error: unknown) => void;
};

export type Sandbox = {
  /** The Bot API, the control API and the page as one fetch-able application. */
  botApi: Hono<ControlEnv>;
  objectStore: ObjectStore;
  start(ports: { port: number; s3Port: number }): Promise<{ url: string; s3Url: string }>;
  close(): Promise<void>;
};

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A fake Telegram and object store with one data folder; `start` opens the ports. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const { onError = () => undefined } = options;
  const clock = options.clock ?? createMemoryClock();
  const stop = new AbortController();
  const faults = new Faults();
  const limits = new Limits(options.limits ?? true);
  const calls = new Calls();
  const world = new World({ ...options, clock, faults });
  const objectStore = new ObjectStore({
    folder: join(options.dataDir, "s3"),
    bucket: options.s3.bucket,
    keys: options.s3,
    clock,
    onError,
  });
  const shared = { world, faults, limits, calls, stopped: stop.signal, onError };
  const { appShortName, miniAppUrl } = options;

  const app = new Hono<ControlEnv>();
  app.get("/readyz", (c) => c.json({ ready: true }));
  app.route("/", createBotApi(shared));
  app.use(onlyThisMachine);
  app.route(
    "/sandbox",
    createControlApi({ ...shared, objectStore, pushes: new PushService(), appShortName, miniAppUrl }),
  );
  app.route("/", createPage(miniAppUrl));
  app.onError((error, c) => {
    onError(error);
    return c.json({ ok: false, error_code: 500, description: "Internal Server Error" }, 500);
  });

  const listening: Listening[] = [];
  return {
    botApi: app,
    objectStore,
    async start({ port, s3Port }) {
      const store = await listenOnLoopback(s3Port, (request, response) => {
        objectStore.handle(request, response).catch((error: unknown) => {
          if (!isBrokenConnection(error)) onError(error);
          response.destroy();
        });
      });
      listening.push(store);
      const main = await listenOnLoopback(
        port,
        getRequestListener(app.fetch, { overrideGlobalObjects: false }),
      );
      listening.push(main);
      return { url: `http://127.0.0.1:${main.port}`, s3Url: `http://127.0.0.1:${store.port}` };
    },
    async close() {
      stop.abort();
      await Promise.all(listening.map((server) => server.close()));
      world.close();
    },
  };
}

/** Prevents a web page from reaching the control API by a name that resolves to loopback (DNS rebinding). */
const onlyThisMachine: MiddlewareHandler = async (c, next) => {
  if (loopbackNames.has(new URL(c.req.url).hostname)) return next();
  return c.json({ error: "the sandbox answers to this machine's own names alone" }, 403);
};

function isBrokenConnection(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return (
    code === "ERR_STREAM_PREMATURE_CLOSE" ||
    code === "ECONNRESET" ||
    code === "EPIPE" ||
    code === "ERR_STREAM_WRITE_AFTER_END"
  );
}
