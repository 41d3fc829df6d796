/** Who goes first: an answer to a person, an alarm, the rest, summaries. Stored as its place in this list. */
export const DELIVERY_PRIORITIES = ["reply", "critical", "normal", "digest"] as const;
export type DeliveryPriority = (typeof DELIVERY_PRIORITIES)[number];

/**
 * How a card makes itself heard: never (it is sent silently if it must be), when it is sent for the first time, or
 * always: it is sent anew and its former message is taken away.
 */
export const RINGS = ["never", "first", "always"] as const;
export type Ring = (typeof RINGS)[number];

/** A message to be sent to Telegram. */
export type NewDelivery = {
  /** The same key is never queued twice. */
  dedupeKey: string;
  /** Telegram's id of the chat. */
  chatId: string;
  method: string;
  /** Parameters of the method; `chat_id` is filled in. */
  params: Readonly<Record<string, unknown>>;
  priority: DeliveryPriority;
  /** The person to be marked unreachable when the bot is blocked. */
  userId?: number | null;
  notificationId?: number | null;
  /** Names a living card of the chat: sent once (`sendMessage`), edited from then on, only its newest state is sent. */
  cardKey?: string | null;
  ring?: Ring;
  /** Not before this instant of the product's clock; at once unless told. */
  notBefore?: Date;
};

/** Name under which a card's ring stands among the stored parameters; no parameter of the Bot API is called so. */
export const RING_PARAM = "ring";
