/**
 * SQL of whether a failed message `d` to the user `u` can be sent again: its text is kept (messages with a secret are
 * emptied), and the user has not blocked the bot.
 */
export const REPEATABLE = `(d.params <> '{}'::jsonb and u.unreachable_at is null and coalesce(u.status, 'active') = 'active')`;
