import type { EventsOf, Notices } from "../../platform/notify/index.ts";
import { morningNotice } from "./morning-notification.ts";

/** Who is told in the morning. */
export const digestNotices = { "digest.morning": morningNotice } as const satisfies Record<
  EventsOf<"digest">,
  Notices
>;
