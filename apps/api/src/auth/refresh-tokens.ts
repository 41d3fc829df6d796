import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import type { Context } from "@stsphera/core";

/** An answer may be lost on a bad connection: within this time, in ms, a used token yields the same successor again. */
const REUSE_MS = 30_000;
const LIFE_MS = 30 * 24 * 3600 * 1000;

type Sql = Context["db"]["sql"];
type Row = {
  family: string;
  userId: number;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
};

export type RefreshTokens = {
  /** Starts a session of the user and returns its first token. */
  begin(userId: number, now: Date): Promise<string>;
  /** Exchanges a token for its successor; null when it is unknown, expired, revoked or was used too long ago. */
  rotate(token: string, now: Date): Promise<{ userId: number; token: string } | null>;
  /** Ends the token's session if it belongs to this user. */
  end(token: string, userId: number, now: Date): Promise<void>;
};

/**
 * Rotating refresh tokens. A successor is derived from its predecessor, so that it can be issued twice although only
 * hashes are stored. Using a token again after 30 seconds ends the whole session.
 */
export function createRefreshTokens(sql: Sql, secret: string): RefreshTokens {
  const successorOf = (token: string) =>
    createHmac("sha256", secret).update(`refresh:${token}`).digest("base64url");

  const add = (on: Sql, a: { token: string; family: string; userId: number; now: Date }) => on`
    insert into refresh_tokens (family, user_id, token_hash, issued_at, expires_at)
    values (${a.family}, ${a.userId}, ${hashOf(a.token)}, ${iso(a.now)}, ${iso(a.now, LIFE_MS)})`;

  const revoke = (on: Sql, family: string, now: Date) => on`
    update refresh_tokens set revoked_at = ${iso(now)} where family = ${family} and revoked_at is null`;

  const find = async (on: Sql, token: string): Promise<Row | undefined> => {
    const [row] = await on<Row[]>`
      select family, user_id as "userId", expires_at as "expiresAt", used_at as "usedAt", revoked_at as "revokedAt"
      from refresh_tokens where token_hash = ${hashOf(token)} for update`;
    return row;
  };

  return {
    async begin(userId, now) {
      const token = randomBytes(32).toString("base64url");
      await add(sql, { token, family: randomUUID(), userId, now });
      return token;
    },
    rotate: (token, now) =>
      transaction(sql, async (tx) => {
        const row = await find(tx, token);
        if (row === undefined || row.revokedAt !== null || row.expiresAt <= now) return null;
        const { family, userId } = row;
        const successor = successorOf(token);
        if (row.usedAt === null) {
          await tx`update refresh_tokens set used_at = ${iso(now)} where token_hash = ${hashOf(token)}`;
          await add(tx, { token: successor, family, userId, now });
          return { userId, token: successor };
        }
        if (now.getTime() - row.usedAt.getTime() <= REUSE_MS) return { userId, token: successor };
        await revoke(tx, family, now);
        return null;
      }),
    end: (token, userId, now) =>
      transaction(sql, async (tx) => {
        const row = await find(tx, token);
        if (row?.userId === userId) await revoke(tx, row.family, now);
      }),
  };
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const iso = (now: Date, later = 0) => new Date(now.getTime() + later).toISOString();

/** postgres.js types a transaction separately from a client, although it has the same interface. */
async function transaction<T>(sql: Sql, work: (tx: Sql) => Promise<T>): Promise<T> {
  return (await sql.begin((tx) => work(tx as unknown as Sql))) as T;
}
