/** Sending order: replies to a user, alarms, everything else, digests. Stored as the index in this list. */
export const DELIVERY_PRIORITIES = ["reply", "critical", "normal", "digest"] as const;
export type DeliveryPriority = (typeof DELIVERY_PRIORITIES)[number];

/**
 * When a card makes a sound: `edit` only changes the message that is in the chat, if there is one; never (sent silently if it must be sent), only when first sent, or always: sent anew
 * while its old message is deleted.
 */
export const RINGS = ["edit", "never", "first", "always"] as const;
export type Ring = (typeof RINGS)[number];

/** A message to be sent to Telegram. */
export type NewDelivery = {
  /** The same key is never queued twice. */
  dedupeKey: string;
  /** Telegram chat id. */
  chatId: string;
  method: string;
  /** Parameters of the Bot API method; `chat_id` is filled in. */
  params: Readonly<Record<string, unknown>>;
  priority: DeliveryPriority;
  /** The user to mark as unreachable if the bot is blocked. */
  userId?: number | null;
  notificationId?: number | null;
  /** The link of the chat that gets a copy of an object's news; it is judged again when the message is sent. */
  chatLinkId?: number | null;
  /** Key of a living card in the chat: sent once (`sendMessage`), then edited; only its newest state is sent. */
  cardKey?: string | null;
  ring?: Ring;
  /** It is never listed in one message with others. */
  alone?: true;
  /** The message holds a secret: its parameters are dropped once it is sent or has failed. */
  once?: true;
  /** Earliest time to send, by the product's clock; immediately if absent. */
  notBefore?: Date;
  /** Latest time to send, by the product's clock: what is older is dropped. Messages of the queue never grow old if absent. */
  notAfter?: Date;
};

/** Key of the card's ring among the stored parameters; the Bot API has no parameter of that name. */
export const RING_PARAM = "ring";

/** Key of `notAfter` among the stored parameters. */
export const UNTIL_PARAM = "until";

/** Marks stored parameters that are dropped once the message is sent; not a parameter of the Bot API either. */
export const ONCE_PARAM = "once";

/** Marks stored parameters of a message that stands alone; not a parameter of the Bot API either. */
export const ALONE_PARAM = "alone";

/** What the card keys of copies of one thing begin with. */
export const COPY_KEYS = "copy:";

/** Key of the instant at which a message that waited was drawn anew. */
export const DRAWN_PARAM = "drawn";

const OWN_PARAMS: readonly string[] = [RING_PARAM, UNTIL_PARAM, ONCE_PARAM, ALONE_PARAM, DRAWN_PARAM];

/** The stored parameters that the Bot API gets. */
export const botParams = (params: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !OWN_PARAMS.includes(name)));
