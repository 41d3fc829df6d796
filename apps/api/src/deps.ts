import type { HttpBindings } from "@hono/node-server";
import type { Context as VerbContext, PhotoLinks } from "@stsphera/core";
import type { UserActor } from "@stsphera/rbac";
import type { Context as HonoContext } from "hono";
import type { Logger } from "@stsphera/service";
import type { AccessTokens } from "./auth/access-token.ts";
import type { RefreshTokens } from "./auth/refresh-tokens.ts";
import type { SignInSettings } from "./auth/sign-in.ts";
import type { Rate } from "./middleware/token-buckets.ts";
import type { ServiceState } from "./service/readiness.ts";

/** Everything the API is made of; `main.ts` brings the real ones, tests their own. */
export type AppDeps = {
  db: VerbContext["db"];
  now: () => Date;
  log: Logger;
  links: PhotoLinks;
  accessTokens: AccessTokens;
  refreshTokens: RefreshTokens;
  signIn: SignInSettings;
  /** The bot's name in addresses of Telegram; throws unavailable while nobody knows it. */
  botUsername: () => Promise<string>;
  service: ServiceState;
  trustedProxies: readonly string[];
  limits: { person: Rate; auth: Rate };
  /** How long an answer may take. */
  timeoutMs: number;
};

export type ApiEnv = {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    /** The pattern of the route, for logs and metrics: never the address with its values. */
    route: string;
    actor: UserActor;
  };
};

export type HttpContext = HonoContext<ApiEnv>;
