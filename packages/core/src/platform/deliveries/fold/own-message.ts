import type { Database } from "@stsphera/db";
import { DRAWN_PARAM } from "../new-delivery.ts";
import { FRESH_MINUTES, type Redraw } from "../redraw.ts";

/** $1 notification · $2 user · $3 instant. What was drawn last of the thing, whether it was sent or went into a list. */
const NEWEST = `
  select d.id::text, d.dedupe_key as "dedupeKey", d.params,
    coalesce((d.params ->> '${DRAWN_PARAM}')::timestamptz, d.created_at)
      < $3::timestamptz - interval '${FRESH_MINUTES} minutes' as outdated
  from deliveries d where d.notification_id = $1::int and d.user_id = $2::int
  order by d.id desc limit 1`;

type Newest = { id: string; dedupeKey: string; params: Record<string, unknown>; outdated: boolean };
type Deps = { db: Pick<Database, "read">; now: Date; redraw?: Redraw | undefined };

/** What Telegram shows of a message; how it was to ring and where stay behind. */
const SHOWN = ["text", "parse_mode", "entities", "link_preview_options", "reply_markup"];

/**
 * The message of its own that a user would have got of a thing, with its buttons, as the thing is now; null when nothing
 * is kept of it.
 */
export async function ownMessage(
  { db, now, redraw }: Deps,
  notificationId: number,
  userId: number,
): Promise<Record<string, unknown> | null> {
  const [newest] = await db.read<Newest>(NEWEST, [notificationId, userId, now.toISOString()]);
  if (newest === undefined) return null;
  const drawn = newest.outdated ? await redraw?.(newest, now) : undefined;
  if (drawn === "settled") return null;
  const params = drawn === undefined || drawn === "kept" ? newest.params : drawn.params;
  if (typeof params["text"] !== "string") return null;
  return Object.fromEntries(Object.entries(params).filter(([name]) => SHOWN.includes(name)));
}
