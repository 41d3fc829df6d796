import { NEWEST_MIGRATION } from "@stsphera/db";
import { createPhotoLinks } from "@stsphera/core";
import { createTestWorld, type World } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { createStorage } from "@stsphera/storage";
import { createApp } from "../app.ts";
import { createAccessTokens } from "../auth/access-token.ts";
import { createChallenges } from "../auth/challenges.ts";
import { createRefreshTokens } from "../auth/refresh-tokens.ts";
import type { AppDeps } from "../deps.ts";
import { createLogger } from "../service/logger.ts";
import { startServer } from "../service/server.ts";

export const BOT_TOKEN = "7000000001:AAStsphera-test-vector-token-000000";
export const ORIGIN = "http://localhost:3000";
export const JWT_SECRET = "Zq8vWm3kTn5rXc7bHd2yLs9gPf4jUe6a";

type Call = {
  as?: UserActor;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
};
export type Answer = { status: number; headers: Headers; body: unknown };

export type TestApi = {
  world: World;
  url: string;
  deps: AppDeps;
  /** Log lines so far. */
  log: string[];
  /** The test clock, which a test may change. */
  clock: { now: Date };
  token(actor: { id: number }): string;
  /** Sends a request over HTTP; returns the parsed body. */
  call(method: string, path: string, call?: Call): Promise<Answer>;
  close(): Promise<void>;
};

const NO_LIMIT = { perSecond: 1e6, burst: 1e6 };
const NO_LIMITS = {
  person: NO_LIMIT,
  costly: NO_LIMIT,
  auth: NO_LIMIT,
  authCalls: NO_LIMIT,
  tries: NO_LIMIT,
  signIns: NO_LIMIT,
};

/** The whole API over real HTTP, with its own database or the given one; for `*.db.test.ts` files. */
export async function openApi(
  change: (deps: AppDeps) => Partial<AppDeps> = () => ({}),
  given?: World,
): Promise<TestApi> {
  const world = given ?? (await createTestWorld());
  const log: string[] = [];
  const clock = { now: world.now };
  const base: AppDeps = {
    db: world.db,
    now: () => clock.now,
    log: createLogger({
      level: "trace",
      secrets: [BOT_TOKEN, JWT_SECRET],
      destination: { write: (line) => log.push(line) },
    }),
    links: createPhotoLinks(testStorage()),
    storeState: () => Promise.resolve("ok"),
    accessTokens: createAccessTokens(JWT_SECRET),
    refreshTokens: createRefreshTokens(world.db.sql, JWT_SECRET),
    signIn: { botToken: BOT_TOKEN, adminTelegramIds: new Set(["5000001"]) },
    challenges: createChallenges(world.db.sql),
    passkeys: { id: "localhost", origins: [ORIGIN] },
    publicUrl: ORIGIN,
    botUsername: () => Promise.resolve("stsphera_bot"),
    service: { stopping: false, newestMigration: NEWEST_MIGRATION },
    trustedProxies: ["127.0.0.1", "::1"],
    limits: NO_LIMITS,
    timeoutMs: 15_000,
  };
  const deps = { ...base, ...change(base) };
  const server = await startServer(createApp(deps).fetch, { host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${server.port}`;
  const token = (actor: { id: number }) => deps.accessTokens.issue(actor.id, clock.now);

  return {
    world,
    url,
    deps,
    log,
    clock,
    token,
    async call(method, path, { as, body, headers = {} } = {}) {
      const response = await fetch(url + path, {
        method,
        redirect: "manual",
        headers: {
          ...(as === undefined ? {} : { authorization: `Bearer ${token(as)}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
    async close() {
      await server.stop();
      await world.close();
    },
  };
}

/** Signs links that lead nowhere. */
function testStorage() {
  const endpoint = "http://127.0.0.1:9";
  const bucket = "stsphera";
  return createStorage({
    endpoint,
    publicEndpoint: endpoint,
    bucket,
    accessKey: "KEY",
    secretKey: "signing-key",
  });
}
