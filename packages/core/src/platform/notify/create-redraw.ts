import { schema } from "@stsphera/db";
import { and, eq } from "drizzle-orm";
import type { Redraw, Redrawn } from "../deliveries/index.ts";
import { isPassing } from "./is-passing.ts";
import type { OutboxEvent } from "./notice.ts";
import { plainText } from "./plain-text.ts";
import { planCopiesOf } from "./plan-copies.ts";
import { planNotifications } from "./plan-notifications.ts";
import type { RelayDeps } from "./relay-next.ts";
import { copyParams } from "./write-copies.ts";
import { messageParams } from "./write-notifications.ts";

const { notifications, outbox } = schema;
const MESSAGE = /^outbox:(\d+):(\d+):(.+)$/;
const COPY = /^outbox:(\d+):chat:(\d+):(.+)$/;

/**
 * Draws a message that waited from the thing as it is now, by the rules and rights of now; its row in the notification
 * centre says the same. An event that is no longer kept leaves the message as it was.
 */
export function createRedraw(deps: RelayDeps): Redraw {
  return async ({ dedupeKey }, now) => {
    const message = MESSAGE.exec(dedupeKey);
    const [, eventId, addressee, name = ""] = message ?? COPY.exec(dedupeKey) ?? [];
    if (eventId === undefined) return "kept";
    const [row] = await deps.db.orm
      .select()
      .from(outbox)
      .where(eq(outbox.id, Number(eventId)));
    if (row === undefined) return "kept";
    const event = { ...row, payload: row.payload as Record<string, unknown> };
    const redraw = message === null ? redrawCopy : redrawMessage;
    try {
      return await redraw({ ...deps, now: () => now }, event, { id: Number(addressee), name });
    } catch (error) {
      if (isPassing(error)) throw error;
      deps.warn(`a message that waited could not be drawn anew: ${dedupeKey}`, error);
      return "kept";
    }
  };
}

/** A user or a linked chat, and the card that they get. */
type Addressee = { id: number; name: string };

async function redrawMessage(deps: RelayDeps, event: OutboxEvent, { id, name }: Addressee): Promise<Redrawn> {
  const [planned] = await planNotifications(deps, [event], deps.notices);
  if (planned === undefined || "error" in planned) throw planned?.error ?? new Error("nothing was planned");
  const told = planned.notifications.find((one) => one.reader.id === id && one.name === name);
  if (told === undefined) return "settled";
  const message = told.message();
  await deps.db.orm
    .update(notifications)
    .set(plainText(message.text))
    .where(and(eq(notifications.userId, id), eq(notifications.key, told.key)));
  return { params: messageParams(message), onlyEdits: told.ring === "edit" };
}

async function redrawCopy(deps: RelayDeps, event: OutboxEvent, { id, name }: Addressee): Promise<Redrawn> {
  // Without the address of the app its button would be lost.
  const appUrl = deps.groupAppUrl?.() ?? null;
  if (appUrl === null) return "kept";
  const { planned, failed } = await planCopiesOf(deps, [event], deps.notices, (card, one) =>
    card.read(deps, one),
  );
  if (failed.length > 0) throw failed[0]?.error ?? new Error("nothing was planned");
  const told = planned.find(({ link, card }) => link.id === id && card === name);
  return told === undefined ? "settled" : { params: copyParams(told, appUrl) };
}
