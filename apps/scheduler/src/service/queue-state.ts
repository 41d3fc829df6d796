import type { Database, Reader } from "@stsphera/db";

/** Ages in seconds of the product's clock of what is next in each queue; null when nothing waits. */
export type QueueAges = Record<"outbox" | "deliveries" | "files", { ageSeconds: number | null }>;

/** Sizes of the queues beside the ages. Finished work is not counted, but deliveries failed within a day. */
export type QueueState = {
  outbox: QueueAges["outbox"] & { waiting: number; parked: number };
  deliveries: QueueAges["deliveries"] & {
    byStatus: Record<"queued" | "sending" | "failed", number>;
    /** Of the last 24 hours: messages that were sent, attempts beyond the first, the most that one person got. */
    ofDay: { sent: number; retried: number; mostOfPerson: number };
  };
  files: QueueAges["files"] & { waiting: number };
  /** Pushes to browsers that wait, and those of the last 24 hours, without trials. */
  pushes: { queued: number; sent: number; failed: number };
};

const FILES = `files where status in ('awaiting', 'stored') and (status = 'stored' or source = 'telegram')`;
const age = (what: string) =>
  `(select extract(epoch from $1::timestamptz - created_at)::float8 from ${what} limit 1)`;

const AGES = `
  ${age("outbox where relayed_at is null and attempts < $2 order by id")} as outbox,
  ${age("deliveries where status = 'queued' and not_before <= $1::timestamptz order by priority, id")} as deliveries,
  ${age(`${FILES} order by next_attempt_at, id`)} as files`;

const STATE = `
  (select count(*)::int from outbox where relayed_at is null and attempts < $2) as waiting,
  (select count(*)::int from outbox where relayed_at is null and attempts >= $2) as parked,
  (select count(*)::int from deliveries where status = 'queued') as queued,
  (select count(*)::int from deliveries where status = 'sending') as sending,
  (select count(*)::int from deliveries where status in ('sent', 'superseded', 'failed') and status = 'failed'
     and created_at > $1::timestamptz - interval '1 day') as failed,
  day.sent, day.retried, (
    select coalesce(max(number), 0)::int from (
      select count(*) as number from deliveries
      where anew and user_id is not null and sent_at > $1::timestamptz - interval '1 day' group by user_id) people
  ) as "mostOfPerson",
  (select count(*)::int from ${FILES}) as "waitingFiles",
  (select count(*)::int from push_messages where status in ('queued', 'sending')) as "pushesQueued",
  (select count(*)::int from push_messages where status = 'sent' and reason <> 'trial'
     and created_at > $1::timestamptz - interval '1 day') as "pushesSent",
  (select count(*)::int from push_messages where status = 'failed' and reason <> 'trial'
     and created_at > $1::timestamptz - interval '1 day') as "pushesFailed"`;

/** One walk over what was made within a day, by the index of what is over. */
const OF_DAY = `(
  select count(*) filter (where status = 'sent')::int as sent, coalesce(sum(greatest(attempts - 1, 0)), 0)::int as retried
  from deliveries where status in ('sent', 'superseded', 'failed') and created_at > $1::timestamptz - interval '1 day') day`;

type AgeRow = Record<keyof QueueAges, number | null>;
type StateRow = AgeRow &
  Record<
    | "waiting"
    | "parked"
    | "queued"
    | "sending"
    | "failed"
    | "sent"
    | "retried"
    | "mostOfPerson"
    | "waitingFiles"
    | "pushesQueued"
    | "pushesSent"
    | "pushesFailed",
    number
  >;

/** Reads the ages alone, each by an index. `mostAttempts`: attempts after which an event is set aside. */
export async function readQueueAges(read: Reader, now: Date, mostAttempts: number): Promise<QueueAges> {
  return agesOf(await readOne<AgeRow>(read, `select ${AGES}`, now, mostAttempts));
}

/** Reads the state of the queues. `mostAttempts`: attempts after which an event is set aside. */
export async function readQueueState(db: Database, now: Date, mostAttempts: number): Promise<QueueState> {
  const row = await readOne<StateRow>(db.read, `select ${AGES}, ${STATE} from ${OF_DAY}`, now, mostAttempts);
  const { outbox, deliveries, files } = agesOf(row);
  const { waiting, parked, queued, sending, failed, sent, retried, mostOfPerson, waitingFiles } = row;
  return {
    outbox: { ...outbox, waiting, parked },
    deliveries: {
      ...deliveries,
      byStatus: { queued, sending, failed },
      ofDay: { sent, retried, mostOfPerson },
    },
    files: { ...files, waiting: waitingFiles },
    pushes: { queued: row.pushesQueued, sent: row.pushesSent, failed: row.pushesFailed },
  };
}

async function readOne<R extends object>(
  read: Reader,
  text: string,
  now: Date,
  mostAttempts: number,
): Promise<R> {
  const [row] = await read<R>(text, [now.toISOString(), mostAttempts]);
  if (row === undefined) throw new Error("the queues were not measured");
  return row;
}

function agesOf({ outbox, deliveries, files }: AgeRow): QueueAges {
  const of = (seconds: number | null) => ({
    ageSeconds: seconds === null ? null : Math.max(0, Math.round(seconds)),
  });
  return { outbox: of(outbox), deliveries: of(deliveries), files: of(files) };
}
