import type { EventsOf, Notices } from "../../platform/notify/index.ts";
import type { ExtraNews } from "./card/extra-card.ts";
import { extraNotification, type ExtraSnapshot, type ExtraWho } from "./extra-notification.ts";

const card = { card: extraNotification } as const;
const changedNow = (): ExtraNews => ({ kind: "changed" });
const changed = { ...card, to: ["author", "managers", "known"], alert: "never", news: changedNow } as const;

/** Who is notified of extra works. */
export const extraNotices = {
  "extra.reported": { ...card, to: ["managers"], alert: "always", news: () => ({ kind: "reported" }) },
  "extra.decided": [
    { ...card, to: ["author"], alert: "always", news: () => ({ kind: "decided" }) },
    { ...card, to: ["managers", "known"], alert: "never", news: () => ({ kind: "decided" }) },
  ],
  "extra.reopened": [
    { ...card, to: ["author"], alert: "always", news: () => ({ kind: "reopened" }) },
    { ...card, to: ["managers", "known"], alert: "never", news: () => ({ kind: "reopened" }) },
  ],
  "extra.followed": changed,
  "extra.move_undone": changed,
} as const satisfies Record<EventsOf<"extra">, Notices<ExtraSnapshot, ExtraWho, ExtraNews>>;
