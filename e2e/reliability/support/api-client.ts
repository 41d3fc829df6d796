import { setTimeout as sleep } from "node:timers/promises";
import { createAccessTokens } from "../../../apps/api/src/auth/access-token.ts";
import type { Reached } from "./running.ts";

export type Answer<T> = { status: number; body: T; retryAfter: string | null };

/** Sends requests as a user; tokens are created here, because sign-in is limited by address. */
export async function personClient({ system, sql, control }: Reached, telegramId: number) {
  const [user] = await sql<{ id: number }[]>`select id from users where telegram_id = ${telegramId}`;
  if (user === undefined) throw new Error(`nobody has the Telegram id ${telegramId}`);
  const secret = system.environment["JWT_SECRET"];
  if (secret === undefined) throw new Error("the system has no secret for tokens");
  const tokens = createAccessTokens(secret);
  let token = tokens.issue(user.id, await control.now());
  let issuedAt = performance.now();

  async function fresh(): Promise<string> {
    if (performance.now() - issuedAt > 600_000) {
      token = tokens.issue(user?.id ?? 0, await control.now());
      issuedAt = performance.now();
    }
    return token;
  }

  /** Sends a request and returns any answer; rejects when the connection broke. */
  async function send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const answer = await fetch(`${system.addresses.api}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await fresh()}`,
        "content-type": "application/json",
        ...headers,
      },
      signal: AbortSignal.timeout(25_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: (text === "" ? null : JSON.parse(text)) as T,
      retryAfter: answer.headers.get("retry-after"),
    };
  }

  /** A request that must succeed; waits when it is rate limited. */
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    for (;;) {
      const { status, body: answered, retryAfter } = await send<T>(method, path, body);
      if (status < 300) return answered;
      if (status !== 429) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answered)}`);
      await sleep(Number(retryAfter ?? 1) * 1000);
    }
  }

  return { userId: user.id, send, ask };
}

export type Person = Awaited<ReturnType<typeof personClient>>;
