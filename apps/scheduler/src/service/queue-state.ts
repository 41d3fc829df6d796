import type { Database } from "@stsphera/db";

/** Sizes of the queues; ages in seconds of the product's clock, null when nothing waits. */
export type QueueState = {
  outbox: { waiting: number; parked: number; ageSeconds: number | null };
  deliveries: { byStatus: Record<string, number>; ageSeconds: number | null };
  files: { waiting: number; ageSeconds: number | null };
};

type Row = {
  waiting: number;
  parked: number;
  outboxAge: number | null;
  byStatus: Record<string, number> | null;
  deliveryAge: number | null;
  files: number;
  fileAge: number | null;
};

const STATEMENT = `
  select
    (select count(*)::int from outbox where relayed_at is null and attempts < $2) as waiting,
    (select count(*)::int from outbox where relayed_at is null and attempts >= $2) as parked,
    (select extract(epoch from $1::timestamptz - min(created_at))::float8
       from outbox where relayed_at is null and attempts < $2) as "outboxAge",
    (select json_object_agg(status, number) from (
       select status, count(*)::int as number from deliveries group by status) s) as "byStatus",
    (select extract(epoch from $1::timestamptz - min(created_at))::float8
       from deliveries where status = 'queued' and not_before <= $1::timestamptz) as "deliveryAge",
    (select count(*)::int from files
       where status = 'stored' or (status = 'awaiting' and source = 'telegram')) as files,
    (select extract(epoch from $1::timestamptz - min(created_at))::float8 from files
       where status = 'stored' or (status = 'awaiting' and source = 'telegram')) as "fileAge"`;

/** Reads the state of the queues. `mostAttempts`: attempts after which an event is set aside. */
export async function readQueueState(db: Database, now: Date, mostAttempts: number): Promise<QueueState> {
  const [row] = await db.read<Row>(STATEMENT, [now.toISOString(), mostAttempts]);
  if (row === undefined) throw new Error("the queues were not counted");
  const age = (seconds: number | null) => (seconds === null ? null : Math.max(0, Math.round(seconds)));
  return {
    outbox: { waiting: row.waiting, parked: row.parked, ageSeconds: age(row.outboxAge) },
    deliveries: { byStatus: row.byStatus ?? {}, ageSeconds: age(row.deliveryAge) },
    files: { waiting: row.files, ageSeconds: age(row.fileAge) },
  };
}
