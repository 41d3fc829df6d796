import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import type { Context } from "@stsphera/core";
import type { SessionKind } from "@stsphera/contracts";

/** An answer may be lost on a bad connection: within this time, in ms, a used token yields the same successor again. */
const REUSE_MS = 30_000;
const DAY_MS = 24 * 3600 * 1000;
const LIFE_MS = 30 * DAY_MS;
/** A session by an admin's link ends after this, however much it is used. */
const GIVEN_MS = 7 * DAY_MS;

type Sql = Context["db"]["sql"];
type Row = {
  family: string;
  userId: number;
  issuedAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
};

/** How and where a session begins. */
export type NewSession = {
  userId: number;
  kind: SessionKind;
  browser: string;
  address: string;
  passkeyId?: number;
  /** The admin whose link begins it. */
  givenBy?: number | null;
};

export type Renewed = { userId: number; sessionId: number; token: string };

export type RefreshTokens = {
  /** Starts a session of the user and returns its first token. */
  begin(session: NewSession, now: Date): Promise<Renewed>;
  /** Exchanges a token for its successor; null when it is unknown, expired, revoked or was used too long ago. */
  rotate(token: string, now: Date): Promise<Renewed | null>;
  /** The user of a token whose session is open; null for others. */
  ownerOf(token: string, now: Date): Promise<number | null>;
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

  type New = { token: string; family: string; userId: number; now: Date; expiresAt: Date };
  const add = (on: Sql, a: New) => on`
    insert into refresh_tokens (family, user_id, token_hash, issued_at, expires_at)
    values (${a.family}, ${a.userId}, ${hashOf(a.token)}, ${iso(a.now)}, ${iso(a.expiresAt)})`;

  const revoke = async (on: Sql, family: string, now: Date) => {
    await on`update refresh_tokens set revoked_at = ${iso(now)} where family = ${family} and revoked_at is null`;
    await on`
      with ended as (update sessions set ended_at = ${iso(now)} where family = ${family} and ended_at is null returning id)
      delete from push_subscriptions p using ended where p.session_id = ended.id`;
  };

  const find = async (on: Sql, token: string): Promise<Row | undefined> => {
    const [row] = await on<Row[]>`
      select family, user_id as "userId", issued_at as "issuedAt", expires_at as "expiresAt", used_at as "usedAt",
        revoked_at as "revokedAt"
      from refresh_tokens where token_hash = ${hashOf(token)} for update`;
    return row;
  };

  /** Marks the session as seen and returns it with its new end; one from before sessions were stored is stored now. */
  const seen = async (on: Sql, { family, userId, issuedAt }: Row, now: Date) => {
    const end = iso(new Date(now.getTime() + LIFE_MS));
    const [row] = await on<{ id: number; expiresAt: Date; endedAt: Date | null }[]>`
      insert into sessions (family, user_id, kind, browser, address, created_at, last_seen_at, expires_at)
      values (${family}, ${userId}, 'telegram', '—', '', ${iso(issuedAt)}, ${iso(now)}, ${end})
      on conflict (family) do update set last_seen_at = ${iso(now)},
        expires_at = case when sessions.kind = 'given' then sessions.expires_at else ${end}::timestamptz end
      returning id, expires_at as "expiresAt", ended_at as "endedAt"`;
    if (row === undefined) throw new Error("a session was not stored");
    return row;
  };

  return {
    begin: ({ userId, kind, browser, address, passkeyId, givenBy }, now) =>
      transaction(sql, async (tx) => {
        const token = randomBytes(32).toString("base64url");
        const family = randomUUID();
        const expiresAt = new Date(now.getTime() + (kind === "given" ? GIVEN_MS : LIFE_MS));
        const [row] = await tx<{ id: number }[]>`
          insert into sessions
            (family, user_id, kind, browser, address, passkey_id, given_by, created_at, last_seen_at, expires_at)
          values (${family}, ${userId}, ${kind}, ${browser}, ${address}, ${passkeyId ?? null}, ${givenBy ?? null},
            ${iso(now)}, ${iso(now)}, ${iso(expiresAt)})
          returning id`;
        if (row === undefined) throw new Error("a session was not stored");
        await add(tx, { token, family, userId, now, expiresAt });
        return { userId, sessionId: row.id, token };
      }),
    rotate: (token, now) =>
      transaction(sql, async (tx) => {
        const row = await find(tx, token);
        if (row === undefined || row.revokedAt !== null || row.expiresAt <= now) return null;
        const { family, userId } = row;
        if (row.usedAt !== null && now.getTime() - row.usedAt.getTime() > REUSE_MS) {
          await revoke(tx, family, now);
          return null;
        }
        const { id: sessionId, expiresAt, endedAt } = await seen(tx, row, now);
        if (endedAt !== null || expiresAt <= now) return null;
        const successor = successorOf(token);
        if (row.usedAt === null) {
          await tx`update refresh_tokens set used_at = ${iso(now)} where token_hash = ${hashOf(token)}`;
          await add(tx, { token: successor, family, userId, now, expiresAt });
        }
        return { userId, sessionId, token: successor };
      }),
    async ownerOf(token, now) {
      const [row] = await sql<{ userId: number }[]>`
        select t.user_id as "userId" from refresh_tokens t join sessions s on s.family = t.family
        where t.token_hash = ${hashOf(token)} and t.revoked_at is null and t.expires_at > ${iso(now)}
          and s.ended_at is null`;
      return row?.userId ?? null;
    },
    end: (token, userId, now) =>
      transaction(sql, async (tx) => {
        const row = await find(tx, token);
        if (row?.userId === userId) await revoke(tx, row.family, now);
      }),
  };
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const iso = (at: Date) => at.toISOString();

/** postgres.js types a transaction separately from a client, although it has the same interface. */
async function transaction<T>(sql: Sql, work: (tx: Sql) => Promise<T>): Promise<T> {
  return (await sql.begin((tx) => work(tx as unknown as Sql))) as T;
}
