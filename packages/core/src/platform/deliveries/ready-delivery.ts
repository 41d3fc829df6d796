import type { Database } from "@stsphera/db";
import type { ClaimedDelivery } from "./claim-delivery.ts";
import { drawFold } from "./fold/draw-fold.ts";
import { foldOf } from "./fold/fold-key.ts";
import { mayStillRead } from "./may-still-read.ts";

/** A claimed message as its addressee may read it at this moment: a list is drawn now. Null: it is not sent. */
export async function readyDelivery(
  deps: { db: Pick<Database, "read">; publicUrl: string; now: Date },
  delivery: ClaimedDelivery,
): Promise<ClaimedDelivery | null> {
  const fold = foldOf(delivery.cardKey);
  if (fold === null) return (await mayStillRead(deps.db, delivery, deps.now)) ? delivery : null;
  const isInChat = delivery.messageId !== null;
  const drawn = delivery.userId === null ? null : await drawFold(deps, fold, delivery.userId, isInChat);
  return drawn === null ? null : { ...delivery, params: { ...delivery.params, ...drawn } };
}
