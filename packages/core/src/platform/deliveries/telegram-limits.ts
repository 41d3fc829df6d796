import type { Sql } from "@stsphera/db";

/** The raw SQL client inside `begin`. */
export type RawTransaction = Parameters<Parameters<Sql["begin"]>[1]>[0];

/** `ahead`: for how many seconds a token that is still to come may be taken. */
type Bucket = { scope: string; capacity: number; perSecond: number; ahead: number };

/**
 * Telegram counts per time window, while a bucket releases its content at once and refills meanwhile; so content plus
 * refill of one window stay below the limit (30 a second overall, 20 a minute for a group). Overall senders queue up for
 * the next tokens and send at their times: so no token is lost while nobody asks, and a second holds 28.6 at most, which
 * leaves room for messages that take 50 ms longer than others to arrive.
 */
const OVERALL: Bucket = { scope: "overall", capacity: 1, perSecond: 27.6, ahead: 0.6 };
const CHAT = { capacity: 3, perSecond: 0.9, ahead: 0 };
const GROUP = { capacity: 5, perSecond: 0.24, ahead: 0 };

/**
 * True for methods that count towards Telegram's limits; answers to button presses, chat actions, deletions and
 * settings do not.
 */
export function isLimited(method: string): boolean {
  return /^(send|copy|forward|edit)/.test(method) && method !== "sendChatAction";
}

export const chatScope = (chatId: string): string => `chat:${chatId}`;

function bucketsOf(chatId: string): Bucket[] {
  const chat = { scope: chatScope(chatId), ...CHAT };
  return chatId.startsWith("-") ? [chat, { scope: `group:${chatId}`, ...GROUP }, OVERALL] : [chat, OVERALL];
}

/** Milliseconds to wait before asking again (`wait`), or the tokens are taken and the message is sent in `after` ms. */
export type Taken = { wait: number; after: number };

/**
 * Takes one token from every bucket that applies, or none; those of the chat as of the time at which it is sent. Buckets use
 * the database's own clock: Telegram's time goes on
 * while the product's clock is stopped.
 */
export async function takeLimits(sql: RawTransaction, chatId: string): Promise<Taken> {
  const buckets = bucketsOf(chatId);
  const scopes = buckets.map((bucket) => bucket.scope);
  const capacities = buckets.map((bucket) => bucket.capacity);
  const rates = buckets.map((bucket) => bucket.perSecond);
  const aheads = buckets.map((bucket) => bucket.ahead);
  const [row] = await sql<{ wait: string; after: string }[]>`
    with wanted as (
      select * from unnest(${scopes}::text[], ${capacities}::numeric[], ${rates}::numeric[], ${aheads}::numeric[])
        as w (scope, capacity, rate, ahead)
    ), held as (
      select l.* from telegram_limits l join wanted using (scope) order by l.scope for update of l
    ), aged as (
      select w.*, h.tokens, greatest(0, extract(epoch from h.retry_until - clock_timestamp())) as hold,
        extract(epoch from clock_timestamp() - h.refilled_at) as age
      from wanted w left join held h using (scope)
    ), due as (
      select greatest(0, (1 - least(capacity, coalesce(tokens + rate * greatest(0, age), capacity))) / rate) as after
      from aged where ahead > 0
    ), state as (
      select a.*, least(capacity, coalesce(tokens + rate * greatest(0, age + case when ahead > 0 then 0 else after end),
          capacity)) as content from aged a, due
    ), verdict as (
      select after, max(greatest(coalesce(hold, 0), (1 - content) / rate - ahead, 0)) as wait from state, due group by after
    ), taken as (
      insert into telegram_limits (scope, tokens, refilled_at)
      select scope, content - 1, clock_timestamp() + case when ahead > 0 then 0 else after end * interval '1 second'
      from state, verdict where wait = 0
      on conflict (scope) do update
        set tokens = excluded.tokens, refilled_at = excluded.refilled_at, retry_until = null
    )
    select wait::text, after::text from verdict`;
  return { wait: milliseconds(row?.wait), after: milliseconds(row?.after) };
}

const milliseconds = (seconds: string | undefined): number => Math.ceil(Number(seconds ?? 0) * 1000);

/** Milliseconds between two sends of a process: never more than 29 in a second, also after it stood still. */
export const APART_MS = 35.5;

/** A message leaves later than planned: its chat's tokens refill from now on. */
export async function delayRefill(sql: Sql, chatId: string): Promise<void> {
  const scopes = bucketsOf(chatId)
    .filter(({ ahead }) => ahead === 0)
    .map(({ scope }) => scope);
  await sql`
    update telegram_limits set refilled_at = greatest(refilled_at, clock_timestamp()) where scope = any (${scopes}::text[])`;
}

/** Pauses a chat because Telegram asked for it or the last attempt failed. */
export async function pauseChat(sql: Sql, chatId: string, milliseconds: number): Promise<void> {
  await sql`
    insert into telegram_limits (scope, tokens, refilled_at, retry_until)
    values (${chatScope(chatId)}, ${CHAT.capacity}, clock_timestamp(),
      clock_timestamp() + ${milliseconds} * interval '1 millisecond')
    on conflict (scope) do update set retry_until = greatest(telegram_limits.retry_until, excluded.retry_until)`;
}
