import type { EventsOf, Notice, Notices } from "../../platform/notify/index.ts";
import { type SignInNews, signInNotification } from "./sign-in-notification.ts";

/** To the user whose account it is, past quiet hours: somebody else may be getting in. */
const own: Notice<SignInNews, "person", never> = {
  to: ["person"],
  card: signInNotification,
  alert: "first",
  priority: "critical",
  doerToo: true,
};

/** A user is told of every new way into their account and of its use. */
export const signInNotices = {
  "sign_in_link.given": own,
  "sign_in_link.used": own,
  "passkey.added": own,
  "passkey.removed": own,
} as const satisfies Record<EventsOf<"sign_in_link" | "passkey">, Notices>;
