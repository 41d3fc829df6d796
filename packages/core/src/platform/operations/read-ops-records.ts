import { OPS_KINDS, type OpsKind } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";

/** `at`: ISO 8601 in UTC. `details`: see `opsDetails`. */
export type OpsRecord = { kind: OpsKind; at: string; ok: boolean; details: Record<string, unknown> };

type Read = Pick<Database, "read">;
type Row = Omit<OpsRecord, "at"> & { at: Date | string };

const COLUMNS = "r.kind, r.at, r.ok, r.details";
const shown = (row: Row): OpsRecord => ({ ...row, at: new Date(row.at).toISOString() });

/** The newest record of every kind that has one; with `ok`, the newest that succeeded. */
export async function latestOpsRecords(
  { read }: Read,
  { ok }: { ok?: true } = {},
): Promise<Partial<Record<OpsKind, OpsRecord>>> {
  const rows = await read<Row>(
    `select ${COLUMNS} from unnest($1::text[]) as k(kind) cross join lateral (
       select * from ops_records where kind = k.kind ${ok ? "and ok" : ""} order by at desc, id desc limit 1) r`,
    [OPS_KINDS],
  );
  return Object.fromEntries(rows.map((row) => [row.kind, shown(row)]));
}

/** The newest records of a kind, the newest first. */
export async function listOpsRecords({ read }: Read, kind: OpsKind, limit: number): Promise<OpsRecord[]> {
  const rows = await read<Row>(
    `select ${COLUMNS} from ops_records r where kind = $1 order by at desc, id desc limit $2`,
    [kind, limit],
  );
  return rows.map(shown);
}
