import type { SignInAnswer } from "@stsphera/contracts";
import type { Hono } from "hono";
import type { ApiEnv, HttpContext } from "../deps.ts";

/** A read that is slower is left out of the answer: it never holds up the sign-in, and the app asks for it again. */
const WITHIN_MS = 2_000;

type Answers = NonNullable<SignInAnswer["answers"]>;

/**
 * What the first screen needs, read with the session that has just begun: a slow network is crossed once instead of
 * twice. Each path goes through the whole app as a request of its own, with its rights and limits.
 * @returns null when nothing is asked
 */
export async function answersTo(
  app: Hono<ApiEnv>,
  c: HttpContext,
  accessToken: string,
  paths: readonly string[],
): Promise<Answers | null> {
  if (paths.length === 0) return null;
  const language = c.req.header("accept-language");
  const headers = {
    Authorization: `Bearer ${accessToken}`,
    ...(language === undefined ? {} : { "Accept-Language": language }),
  };
  const read = async (path: string): Promise<[string, Answers[string]]> => {
    const answer = await app.request(path, { headers }, c.env);
    const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
    return [path, { status: answer.status, body: isJson ? await answer.json() : null }];
  };
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(late.resolve, WITHIN_MS, null);
  const answers = await Promise.all(paths.map((path) => Promise.race([read(path), late.promise])));
  clearTimeout(timer);
  return Object.fromEntries(answers.filter((answer) => answer !== null));
}
