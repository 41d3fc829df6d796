import type { RowForecast } from "@stsphera/schedule/versions";
import { sql } from "drizzle-orm";
import type { Tx } from "../../../kernel/index.ts";

/** Stores what is known of rows of a version; a row of which nothing is known any more keeps an empty line. */
export async function writeForecast(
  tx: Tx,
  gprId: number,
  rows: ReadonlyMap<string, RowForecast>,
): Promise<void> {
  if (rows.size === 0) return;
  const values = [...rows].map(([key, row]) => ({ key, ...row }));
  await tx.execute(sql`
    insert into gpr_forecasts (gpr_id, key, held_until, added, actual_start, actual_finish, remaining, remaining_on)
    select ${gprId}::int, x.key, x."heldUntil", x.added, x."actualStart", x."actualFinish", x.remaining, x."remainingOn"
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as x(key uuid, "heldUntil" date, added int,
      "actualStart" date, "actualFinish" date, remaining int, "remainingOn" date)
    on conflict (gpr_id, key) do update set held_until = excluded.held_until, added = excluded.added,
      actual_start = excluded.actual_start, actual_finish = excluded.actual_finish, remaining = excluded.remaining,
      remaining_on = excluded.remaining_on`);
}

/** What happened goes on with the rows of the next version; what only moved the forecast is planned by it. */
export async function carryFacts(tx: Tx, formerId: number, gprId: number): Promise<void> {
  await tx.execute(sql`
    insert into gpr_forecasts (gpr_id, key, actual_start, actual_finish, remaining, remaining_on)
    select r.gpr_id, r.key, p.actual_start, p.actual_finish, p.remaining, p.remaining_on
    from gpr_forecasts p join gpr_rows r on r.gpr_id = ${gprId}::int and r.key = p.key
    where p.gpr_id = ${formerId}::int and p.actual_start is not null
      and not exists (select from gpr_rows c where c.gpr_id = r.gpr_id and c.parent = r.key)
    on conflict do nothing`);
}
