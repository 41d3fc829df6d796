import type { ClaimedDelivery } from "./claim-delivery.ts";
import { drawFold, type FoldDeps } from "./fold/draw-fold.ts";
import { foldOf } from "./fold/fold-key.ts";
import { mayStillRead } from "./may-still-read.ts";

/** $1 chat · $2 list · $3 message. A pressed button of a list of one has made the message the card of that thing. */
const BECAME_A_CARD = `
  select from chat_cards c where c.chat_id = $1::bigint and c.card_key <> $2 and c.message_id = $3::int`;

/**
 * A claimed message as its addressee may read it at this moment: a list is drawn now. A list whose message shows
 * something else begins a message anew. Null: it is not sent.
 */
export async function readyDelivery(
  deps: FoldDeps,
  delivery: ClaimedDelivery,
): Promise<ClaimedDelivery | null> {
  const { cardKey, chatId, userId } = delivery;
  const fold = foldOf(cardKey);
  if (fold === null) return (await mayStillRead(deps.db, delivery, deps.now)) ? delivery : null;
  const inChat = delivery.messageId;
  const isLost = inChat !== null && (await deps.db.read(BECAME_A_CARD, [chatId, cardKey, inChat])).length > 0;
  const messageId = isLost ? null : inChat;
  const drawn = userId === null ? null : await drawFold(deps, fold, userId, messageId !== null);
  return drawn === null ? null : { ...delivery, messageId, params: { ...delivery.params, ...drawn } };
}
