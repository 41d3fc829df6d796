import { createRequire } from "node:module";
import type { createApp } from "../../apps/api/src/app.ts";

type App = ReturnType<typeof createApp>;

const api = createRequire(new URL("../../apps/api/package.json", import.meta.url));
const { Hono } = api("hono") as { Hono: new () => App };

/** A bare app of the same Hono version as the API's. */
export const createBareApp = (): App => new Hono();
