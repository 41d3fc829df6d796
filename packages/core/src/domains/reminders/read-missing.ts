import type { LineCount, SilentLine } from "@stsphera/contracts";
import type { Database } from "@stsphera/db";
import { isPartClosed } from "../objects/index.ts";
import { describeLines, type PartKey, readPartLines } from "../shifts/index.ts";

/** Lines of a foreman's part of a day that have neither a fact nor an answer. */
export type MissingPart = {
  objectId: number;
  objectName: string;
  day: string;
  foremanId: PartKey;
  count: LineCount;
  lines: (SilentLine & { lead: string | null })[];
};

type Asked = { objectId: number; day: string; foremanId: PartKey; now: Date };
type Answers = { name: string; closed: boolean; answered: number[]; leads: Record<string, string> };

/** $1 object · $2 day · $3 foreman */
const STATEMENT = `
  select o.name,
    ${isPartClosed("o.id", "$2::date", "'day'", "$3::int")} as closed,
    array(select distinct x.crew_id from shift_records r join shift_record_crews x on x.record_id = r.id
      where r.object_id = o.id and r.date = $2::date and r.shift = 'day'
        and r.withdrawn_at is null) as answered,
    coalesce((select json_object_agg(c.id, c.lead) from crews c where c.object_id = o.id), '{}') as leads
  from objects o where o.id = $1`;

/**
 * What a part of a day still owes: lines without a fact of a shift that was not closed, except those of crews with a
 * record of idle time or of other work. Null when nothing is missing.
 */
export async function readMissing(
  db: Database,
  { objectId, day, foremanId, now }: Asked,
): Promise<MissingPart | null> {
  const [answers] = await db.read<Answers>(STATEMENT, [objectId, day, foremanId]);
  if (answers === undefined || answers.closed) return null;
  const lines = await readPartLines({ db, now }, { objectId, date: day, shift: "day", foremanId });
  if (lines === null) return null;
  const part = describeLines(lines, foremanId);
  const silent = part.silent.filter(({ crewId }) => crewId === null || !answers.answered.includes(crewId));
  if (silent.length === 0) return null;
  return {
    objectId,
    objectName: answers.name,
    day,
    foremanId,
    count: part.lines,
    lines: silent.map((one) => ({
      ...one,
      lead: one.crewId === null ? null : (answers.leads[String(one.crewId)] ?? null),
    })),
  };
}
