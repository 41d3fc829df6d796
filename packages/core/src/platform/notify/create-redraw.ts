import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import type { Redraw } from "../deliveries/index.ts";
import { isPassing } from "./is-passing.ts";
import { plainText } from "./plain-text.ts";
import { planNotifications } from "./plan-notifications.ts";
import type { RelayDeps } from "./relay-next.ts";
import { messageParams } from "./write-notifications.ts";

const { notifications, outbox } = schema;
const KEY = /^outbox:(\d+):(\d+):(.+)$/;

/**
 * Draws a message that waited from the thing as it is now, by the rules and rights of now; its row in the notification
 * centre says the same. An event that is no longer kept leaves the message as it was.
 */
export function createRedraw(deps: RelayDeps): Redraw {
  return async ({ dedupeKey }, now) => {
    const [, eventId, readerId, name] = KEY.exec(dedupeKey) ?? [];
    if (eventId === undefined || readerId === undefined) return "kept";
    const [row] = await deps.db.orm
      .select()
      .from(outbox)
      .where(eq(outbox.id, Number(eventId)));
    if (row === undefined) return "kept";
    try {
      const event = { ...row, payload: row.payload as Record<string, unknown> };
      const [planned] = await planNotifications({ ...deps, now: () => now }, [event], deps.notices);
      if (planned === undefined || "error" in planned)
        throw planned?.error ?? new Error("nothing was planned");
      const told = planned.notifications.find(
        (one) => one.reader.id === Number(readerId) && one.name === name,
      );
      if (told === undefined) return "settled";
      const message = told.message();
      await deps.db.orm
        .update(notifications)
        .set(plainText(message.text))
        .where(and(eq(notifications.userId, told.reader.id), eq(notifications.key, told.key)));
      return { params: messageParams(message) };
    } catch (error) {
      if (isPassing(error)) throw error;
      deps.warn(`a message that waited could not be drawn anew: ${dedupeKey}`, error);
      return "kept";
    }
  };
}
