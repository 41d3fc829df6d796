import type { HttpBindings } from "@hono/node-server";
import type { Context as VerbContext, PhotoLinks, SystemProbes } from "@stsphera/core";
import type { UserActor } from "@stsphera/rbac";
import type { Context as HonoContext } from "hono";
import type { Logger, StoreState } from "@stsphera/service";
import type { AccessTokens } from "./auth/access-token.ts";
import type { Challenges } from "./auth/challenges.ts";
import type { RelyingParty } from "./auth/passkeys.ts";
import type { RefreshTokens } from "./auth/refresh-tokens.ts";
import type { SignInSettings } from "./auth/sign-in.ts";
import type { Rate } from "./middleware/token-buckets.ts";
import type { ServiceState } from "./service/readiness.ts";

/** Dependencies of the API; `main.ts` passes the real ones, tests their own. */
export type AppDeps = {
  db: VerbContext["db"];
  now: () => Date;
  log: Logger;
  links: PhotoLinks;
  storeState: () => Promise<StoreState>;
  /** Store, disk and certificate, for the page of the administrator. */
  probes?: () => Promise<SystemProbes>;
  accessTokens: AccessTokens;
  refreshTokens: RefreshTokens;
  signIn: SignInSettings;
  challenges: Challenges;
  passkeys: RelyingParty;
  /** Address of the Mini App, for sign-in links. */
  publicUrl: string;
  /** The bot's username for t.me links; throws unavailable when it cannot be found out. */
  botUsername: () => Promise<string>;
  service: ServiceState;
  trustedProxies: readonly string[];
  limits: {
    person: Rate;
    /** What costly requests take, per user (`COSTLY`). */
    costly: Rate;
    /** Failures of those who proved nothing, per address and way in. */
    auth: Rate;
    /** Requests that the database has to judge, per address and way in: a whole company may share one. */
    authCalls: Rate;
    /** Tries of one thing: a person of Telegram, a link, a passkey, a renewal. */
    tries: Rate;
    /** Sign-ins, per user. */
    signIns: Rate;
  };
  /** Monotonic clock of the limits, in seconds; by default that of the process. */
  limitSeconds?: () => number;
  /** Time limit of an answer in ms. */
  timeoutMs: number;
};

export type ApiEnv = {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    /** Pattern of the route for logs and metrics: never the path with its values. */
    route: string;
    actor: UserActor;
    /** The caller has proved who they are; what they may not do is no guess. */
    proven: true;
  };
};

export type HttpContext = HonoContext<ApiEnv>;
