/**
 * SQL of the messages `d` that did not arrive within a week before an instant: what the page lists and health counts. The
 * states are named twice for the index.
 */
export const failedOfWeek = (now: string): string =>
  `d.status in ('sent', 'superseded', 'failed') and d.status = 'failed' and d.created_at > (${now})::timestamptz - interval '7 days'`;

/** What Telegram says when a user blocked the bot, closed the account or never started the chat: it is final. */
const BY_USER = ["Forbidden", "chat not found", "user not found", "PEER_ID_INVALID", "user is deactivated"];

/** SQL of a message `d` that its addressee does not want, or cannot get, whatever is sent. */
export const REFUSED_BY_USER = `(d.user_id is not null and d.error ~* '${BY_USER.join("|")}')`;

const PATTERN = new RegExp(BY_USER.join("|"), "i");

/** The same of an answer of Telegram. */
export const isRefusedByUser = (description: string): boolean => PATTERN.test(description);
