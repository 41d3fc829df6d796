import type { NotificationSettings } from "@stsphera/contracts";
import type { NotificationCategory } from "@stsphera/contracts/vocabulary";

export const POSITIONS = ["now", "digest", "off"] as const;
export type Position = (typeof POSITIONS)[number];

type Lists = Pick<NotificationSettings, "muted" | "inDigest">;

export function positionOf({ muted, inDigest }: Lists, category: NotificationCategory): Position {
  if (muted.includes(category)) return "off";
  return inDigest.includes(category) ? "digest" : "now";
}

/** The lists with a category put into a position. */
export function withPosition(
  { muted, inDigest }: Lists,
  category: NotificationCategory,
  position: Position,
): Lists {
  const without = (list: readonly NotificationCategory[]) => list.filter((one) => one !== category);
  return {
    muted: position === "off" ? [...without(muted), category] : without(muted),
    inDigest: position === "digest" ? [...without(inDigest), category] : without(inDigest),
  };
}
