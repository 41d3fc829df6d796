import { endedSessions, passkeyList, removedPasskey, sessionList } from "@stsphera/contracts";
import { endAllSessions, endSession, listMyPasskeys, listMySessions, removePasskey } from "@stsphera/core";
import { endpoint } from "./endpoint.ts";
import { ME } from "./me.ts";
import * as signIn from "./examples/sign-in.ts";

/** The user's devices and passkeys. */
export const mySessionRoutes = [
  endpoint({
    method: "get",
    path: "/api/me/sessions",
    tag: ME,
    summary: "Where the user is signed in",
    description: "Sessions of Telegram in one browser are one device.",
    verb: listMySessions,
    answer: sessionList,
    examples: { answer: { items: [signIn.session] } },
  }),
  endpoint({
    method: "delete",
    path: "/api/me/sessions/:sessionId",
    tag: ME,
    summary: "Sign out on a device",
    description: "Its access token stops at once.",
    verb: endSession,
    answer: endedSessions,
    examples: { answer: { ended: 1 } },
  }),
  endpoint({
    method: "delete",
    path: "/api/me/sessions",
    tag: ME,
    summary: "Sign out everywhere, here too",
    description: "Links that are still open are cancelled; passkeys stay.",
    verb: endAllSessions,
    answer: endedSessions,
    examples: { answer: { ended: 3 } },
  }),
  endpoint({
    method: "get",
    path: "/api/me/passkeys",
    tag: ME,
    summary: "The user's passkeys",
    verb: listMyPasskeys,
    answer: passkeyList,
    examples: { answer: { items: [signIn.passkey] } },
  }),
  endpoint({
    method: "delete",
    path: "/api/me/passkeys/:passkeyId",
    tag: ME,
    summary: "Remove a passkey, with the sessions it began",
    verb: removePasskey,
    answer: removedPasskey,
    examples: { answer: { id: 3 } },
  }),
];
