import type { Context } from "@stsphera/core";

/** Lifetime of a WebAuthn challenge in ms. */
export const CHALLENGE_MS = 5 * 60_000;

type Sql = Context["db"]["sql"];

export type Challenges = {
  /** Stores a challenge for the registration of a user's passkey, or with null for a sign-in. */
  issue(challenge: string, userId: number | null, now: Date): Promise<void>;
  /** Uses a challenge up; false when it was used, is older than five minutes or was issued for somebody else. */
  take(challenge: string, userId: number | null, now: Date): Promise<boolean>;
};

export function createChallenges(sql: Sql): Challenges {
  return {
    async issue(challenge, userId, now) {
      const expiresAt = new Date(now.getTime() + CHALLENGE_MS).toISOString();
      await sql`
        insert into webauthn_challenges (challenge, user_id, expires_at) values (${challenge}, ${userId}, ${expiresAt})`;
    },
    async take(challenge, userId, now) {
      const taken = await sql`
        delete from webauthn_challenges
        where challenge = ${challenge} and user_id is not distinct from ${userId}::int
        returning expires_at > ${now.toISOString()}::timestamptz as fresh`;
      return taken[0]?.["fresh"] === true;
    },
  };
}
