import { join } from "node:path";
import { root } from "./data-folder.ts";
import type { Ports } from "./ports.ts";
import type { ServiceDefinition } from "./service.ts";

export type ServiceName = "sandbox" | "object-store" | "api" | "bot" | "scheduler" | "front-door";

const programs: Record<ServiceName, { main: string; port: keyof Ports }> = {
  sandbox: { main: "packages/sandbox/src/main.ts", port: "sandbox" },
  "object-store": { main: join(root, "scripts/launch/object-store-main.ts"), port: "objectStore" },
  api: { main: "apps/api/src/main.ts", port: "api" },
  bot: { main: "apps/bot/src/main.ts", port: "bot" },
  scheduler: { main: "apps/scheduler/src/main.ts", port: "scheduler" },
  "front-door": { main: join(root, "scripts/front-door/main.ts"), port: "frontDoor" },
};

/** Programs that production runs as bundles, made by infra/bundle.ts. */
const BUNDLED: readonly ServiceName[] = ["api", "bot", "scheduler"];

/** How each long-running process is started and checked for readiness. */
export function defineService(
  name: ServiceName,
  a: { ports: Ports; environment: Record<string, string>; dev: boolean; bundled: boolean },
): ServiceDefinition {
  const { main, port } = programs[name];
  const isFrontDoor = name === "front-door";
  const watched = a.dev && !isFrontDoor;
  return {
    name,
    command: [
      "--disable-warning=ExperimentalWarning",
      ...(watched ? ["--watch", "--watch-preserve-output"] : []),
      ...(a.bundled && BUNDLED.includes(name)
        ? ["--enable-source-maps", `infra/dist/${name}/bin/main.mjs`]
        : [main]),
    ],
    environment: { ...a.environment, PORT: String(a.ports[port]) },
    readyUrl: `http://127.0.0.1:${a.ports[port]}${isFrontDoor ? "/.front-door/ready" : "/readyz"}`,
  };
}

/** Environment of the front door: the servers behind it. */
export function frontDoorEnvironment(a: {
  ports: Ports;
  dev: boolean;
  s3Origin: string;
  checkout: string;
}): Record<string, string> {
  const { ports } = a;
  return {
    MINIAPP_FOLDER: join(a.checkout, "apps/miniapp"),
    API_ORIGIN: `http://127.0.0.1:${ports.api}`,
    BOT_ORIGIN: `http://127.0.0.1:${ports.bot}`,
    S3_ORIGIN: a.s3Origin,
    FRAME_ORIGINS: [`http://localhost:${ports.sandbox}`, `http://127.0.0.1:${ports.sandbox}`].join(" "),
    FRONT_DOOR_VITE: a.dev ? "1" : "",
  };
}
