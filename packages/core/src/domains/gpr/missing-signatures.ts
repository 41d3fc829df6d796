import type { Database } from "@stsphera/db";
import { addDays, type Day, localDay } from "../../kernel/index.ts";
import { readOfficeDays } from "../calendar/index.ts";
import type { GprCardRow } from "./gpr-sql.ts";

/** From so many working days on a signer is told even if the morning card says it, and the manager too. */
const LATE_DAYS = 3;

/** Signatures that are missing: who is told of it today, the working days of the office since the oldest was asked for. */
export type MissingSignatures = { reminded: number[]; days: number; late: boolean };

/** $1 version */
const WITHOUT_CARD = `
  select array(select s.user_id from notification_settings s join gpr_signatures g on g.signer_id = s.user_id
    where g.gpr_id = v.id and not s.morning_digest) as ids, o.time_zone as zone
  from gpr_versions v join objects o on o.id = v.object_id where v.id = $1`;

/**
 * Those who have not signed and were asked before today. Who reads what waits in the morning card is not told apart, until
 * it has waited for days. Where the manager `asked` for it, all are told.
 */
export async function missingSignatures(
  db: Pick<Database, "read">,
  { id, signatures }: Pick<GprCardRow, "id" | "signatures">,
  { today, asked }: { today: Day; asked: boolean },
): Promise<MissingSignatures> {
  const [found] = await db.read<{ ids: number[]; zone: string }>(WITHOUT_CARD, [id]);
  const { ids, zone } = found ?? { ids: [], zone: "UTC" };
  const waiting = signatures
    .filter(({ signedAt }) => signedAt === null)
    .map(({ signer, askedAt }) => ({ id: signer.id, since: localDay(new Date(askedAt), zone) }))
    .filter(({ since }) => asked || since < today);
  const [oldest] = waiting.map(({ since }) => since).toSorted();
  if (oldest === undefined) return { reminded: [], days: 0, late: false };
  const { length: days } = await readOfficeDays(db, addDays(oldest, 1), today);
  const late = days >= LATE_DAYS;
  const told = waiting.map((one) => one.id).filter((one) => asked || late || ids.includes(one));
  return { reminded: told, days, late: late && !asked };
}
