import type { UserActor } from "@stsphera/rbac";
import type { Answer, TestApi } from "./open-api.ts";

/** Sign-in without Telegram, over HTTP, as the Mini App asks for it. */
export function waysInto(api: TestApi) {
  const post = (
    path: string,
    body: unknown,
    more: { as?: UserActor; headers?: Record<string, string> } = {},
  ) => api.call("POST", `/api/auth/${path}`, { body, ...more });
  const challengeOf = ({ body }: Answer) => (body as { options: { challenge: string } }).options.challenge;

  return {
    post,
    challenge: async () => challengeOf(await post("passkey-challenges", {})),
    newChallenge: async (as: UserActor) => challengeOf(await post("new-passkey-challenges", {}, { as })),
    /** The secret of a new link of one's own. */
    async link(as: UserActor): Promise<string> {
      const { body } = await post("links", {}, { as });
      return (body as { link: string }).link.split("#")[1] ?? "";
    },
    /** The secret of a new link for somebody else. */
    async given(as: UserActor, userId: number): Promise<string> {
      const { body } = await post("given-links", { userId, reason: "Telegram не работает" }, { as });
      return (body as { link: string }).link.split("#")[1] ?? "";
    },
    use: (secret: string, cookie?: string) =>
      post("link-sessions", { secret }, cookie === undefined ? {} : { headers: { cookie } }),
    renew: (cookie: string) => post("browser-sessions", {}, { headers: { cookie } }),
    cookieOf: ({ headers }: Answer) => (headers.get("set-cookie") ?? "").split(";")[0] ?? "",
    me: ({ body }: Answer) => api.call("GET", "/api/me", { headers: bearer(body) }),
    bearer: ({ body }: Answer) => bearer(body),
  };
}

const bearer = (body: unknown) => ({
  authorization: `Bearer ${(body as { accessToken: string }).accessToken}`,
});
