import { type EventsOf, NOBODY, type Notices } from "../../platform/notify/index.ts";

/** Who is notified of invitations: nobody of the link itself; new members are announced by the people domain. */
export const invitationNotices = {
  "invitation.created": NOBODY,
  "invitation.revoked": NOBODY,
} as const satisfies Record<EventsOf<"invitation">, Notices>;
