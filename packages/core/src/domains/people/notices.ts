import {
  type EventsOf,
  NOBODY,
  type Notice,
  type Notices,
  type OutboxEvent,
} from "../../platform/notify/index.ts";
import { type Access, accessNotification } from "./access-notification.ts";
import { erasureAskedNotification } from "./erasure-asked-notification.ts";
import { joinedNotification } from "./joined-notification.ts";
import {
  decisionOf,
  type Newcomer,
  newcomerNotification,
  type NewcomerWho,
} from "./newcomer-notification.ts";
import { unreachableNotification } from "./unreachable-notification.ts";

/** To the user; each message is a new one. */
const own: Notice<Access, "person", never> = { to: ["person"], card: accessNotification, alert: "first" };

/** Existing cards of the new user show the decision and lose their buttons. */
const decided = {
  to: ["known"],
  card: newcomerNotification,
  alert: "never",
  doerToo: true,
  news: decisionOf,
  stale: (_newcomer, { actorId }) => actorId === null,
} as const satisfies Notice<Newcomer, NewcomerWho>;

/** A refused person asks again: those who decide are called again. */
const asksAgain = ({ payload }: OutboxEvent): boolean => payload["again"] === true;

/** Who is notified of people. */
export const peopleNotices = {
  "user.registered": [
    {
      to: ["admins", "inviter"],
      card: newcomerNotification,
      alert: "always",
      stale: (_, event) => !asksAgain(event),
    },
    {
      to: ["admins", "inviter"],
      card: newcomerNotification,
      alert: "first",
      stale: (_, event) => asksAgain(event),
    },
  ],
  "user.approved": [decided, own],
  "user.refused": [decided, own],
  "user.deactivated": own,
  "user.reactivated": own,
  "user.role_changed": own,
  // There is nobody left to tell.
  "user.erased": NOBODY,
  "user.erasure_asked": { to: ["admins"], card: erasureAskedNotification, alert: "always" },
  // The card says that the request was taken back, and nobody is called for it.
  "user.agreed_again": { to: ["known"], card: erasureAskedNotification, alert: "never" },
  "user.unreachable": { to: ["admins"], card: unreachableNotification, alert: "always" },
  "user.joined": { to: ["admins", "inviter"], card: joinedNotification, alert: "first" },
  "department.head_changed": NOBODY,
} as const satisfies Record<EventsOf<"user" | "department">, Notices>;
