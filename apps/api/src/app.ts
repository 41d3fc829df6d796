import { notFound } from "@stsphera/core";
import { Hono } from "hono";
import type { ApiEnv, AppDeps } from "./deps.ts";
import { answerError } from "./errors.ts";
import { mount } from "./http/mount.ts";
import { authenticate } from "./middleware/authenticate.ts";
import { createClientAddress } from "./middleware/client-address.ts";
import { observe } from "./middleware/observe.ts";
import { limitByAddress } from "./middleware/rate-limit.ts";
import { timeLimit } from "./middleware/time-limit.ts";
import { createTokenBuckets, type Rate } from "./middleware/token-buckets.ts";
import { mountBrowserSignIn } from "./routes/auth-browser.ts";
import { mountWaysIn } from "./routes/auth-own.ts";
import { mountAuditFile } from "./routes/audit-file.ts";
import { mountGprFiles } from "./routes/gpr-files.ts";
import { mountShiftFiles } from "./routes/shift-reports.ts";
import { mountPersonalDataFile } from "./routes/personal-data-file.ts";
import { mountSignIn, mountSignOut } from "./routes/auth.ts";
import { mountDocs } from "./routes/docs.ts";
import { ENDPOINTS } from "./routes/index.ts";
import { mountService } from "./routes/service.ts";
import { createMetrics } from "./service/metrics.ts";

/**
 * The HTTP API. Routes mounted before `authenticate` are public; everything after it, unknown paths included, requires
 * a signed-in user.
 */
export function createApp(deps: AppDeps): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  const metrics = createMetrics(deps.db, deps.log);
  app.use(observe(deps.log, metrics));
  app.use(timeLimit(deps.timeoutMs));
  app.onError((error, c) => answerError(c, error, deps.log));
  app.notFound((c) => answerError(c, notFound(), deps.log));

  mountService(app, deps, metrics);
  mountDocs(app);
  const buckets = (rate: Rate) => createTokenBuckets(rate, deps.limitSeconds);
  const addressOf = createClientAddress(deps.trustedProxies);
  const desk = {
    deps,
    addressOf,
    perUser: buckets(deps.limits.signIns),
    perTry: buckets(deps.limits.tries),
  };
  const perAddress = {
    failures: buckets(deps.limits.auth),
    calls: buckets(deps.limits.authCalls),
  };
  app.use("/api/auth/*", limitByAddress(perAddress, addressOf));
  mountSignIn(app, desk);
  mountBrowserSignIn(app, desk);

  app.use("/api/*", authenticate(deps, buckets(deps.limits.person)));
  mountSignOut(app, deps);
  mountWaysIn(app, desk);
  mountAuditFile(app, deps);
  mountShiftFiles(app, deps);
  mountGprFiles(app, deps);
  mountPersonalDataFile(app, deps);
  for (const endpoint of ENDPOINTS) mount(app, deps, endpoint);
  return app;
}
