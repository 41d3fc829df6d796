import { Hono } from "hono";
import type { ControlDependencies, ControlEnv } from "./dependencies.ts";
import { Problem } from "./problem.ts";
import { callbackRoutes } from "./routes/callbacks.ts";
import { callRoutes } from "./routes/calls.ts";
import { chatRoutes } from "./routes/chats.ts";
import { clockRoutes } from "./routes/clock.ts";
import { groupRoutes } from "./routes/groups.ts";
import { initDataRoutes } from "./routes/init-data.ts";
import { pageSupportRoutes } from "./routes/page-support.ts";
import { peopleRoutes } from "./routes/people.ts";
import { pushRoutes } from "./routes/push.ts";
import { sendRoutes } from "./routes/send.ts";
import { switchRoutes } from "./routes/switches.ts";

/** The control API, mounted under `/sandbox`. */
export function createControlApi(dependencies: ControlDependencies): Hono<ControlEnv> {
  const app = new Hono<ControlEnv>();
  const routes = [
    peopleRoutes,
    chatRoutes,
    sendRoutes,
    callbackRoutes,
    groupRoutes,
    initDataRoutes,
    clockRoutes,
    switchRoutes,
    callRoutes,
    pushRoutes,
    pageSupportRoutes,
  ];
  for (const route of routes) app.route("/", route(dependencies));
  app.all("*", (c) => c.json({ error: "no such call" }, 404));
  app.onError((error, c) => {
    if (error instanceof Problem) return c.json({ error: error.message }, error.status);
    dependencies.onError(error);
    return c.json({ error: "internal error" }, 500);
  });
  return app;
}
