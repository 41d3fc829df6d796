import { createHash } from "node:crypto";
import type { SignInAnswer } from "../../packages/contracts/src/index.ts";
import { createAccessTokens } from "../../apps/api/src/auth/access-token.ts";
import type { Wish } from "../cases/bench-case.ts";
import { JWT_SECRET } from "../processes/secrets.ts";
import { NOW, type World } from "../world/world.ts";
import { createComparison } from "./compare.ts";

const tokens = createAccessTokens(JWT_SECRET);

/** The token belongs to the user who signed in, and the session is stored by its hash. */
export async function checkSignIn({ sql }: World, { body }: Wish, answer: unknown): Promise<string[]> {
  const { accessToken, refreshToken, user } = answer as SignInAnswer;
  const { problems, same } = createComparison();
  const { initData } = JSON.parse(body ?? "{}") as { initData: string };
  const signed = JSON.parse(new URLSearchParams(initData).get("user") ?? "{}") as { id: number };
  const [person] = await sql<{ id: number; fullName: string; role: string }[]>`
    select id, full_name as "fullName", role from users where telegram_id::text = ${String(signed.id)}`;
  const { id, fullName, role } = user;
  same("the person", { id, fullName, role }, { ...person });
  same("the person of the token", tokens.verify(accessToken, NOW), person?.id);
  const hash = createHash("sha256").update(refreshToken).digest("hex");
  const sessions = await sql<{ userId: number }[]>`
    select user_id as "userId" from refresh_tokens where token_hash = ${hash}`;
  same(
    "the session",
    [...sessions].map(({ userId }) => userId),
    [person?.id],
  );
  return problems;
}
