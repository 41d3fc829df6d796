import type { GprCard, GprSummary, ObjectStatus } from "@stsphera/contracts";
import type { Department } from "@stsphera/rbac";
import { instantText, movesJson, personJson } from "../../kernel/index.ts";

/** Columns of a version `t` with its object `o`, as lists show it. */
export const GPR_COLUMNS = `
  t.id, t.object_id as "objectId", o.name as "objectName", 'ГПР, версия ' || t.number as title, t.number, t.status,
  (select count(*)::int from gpr_signatures s where s.gpr_id = t.id and s.voided_at is null
    and s.signed_at is not null) as signed,
  (select count(*)::int from gpr_signatures s where s.gpr_id = t.id and s.voided_at is null) as signers,
  ${instantText("t.sent_at")} as "sentAt", ${instantText("t.activated_at")} as "activatedAt", t.version`;

type Share = {
  ownerId: number | null;
  department: Department;
  rows: number;
  from: string | null;
  to: string | null;
};

/** A complete version as stored, read in one statement. */
export type GprCardRow = GprSummary &
  Pick<GprCard, "startOn" | "finishOn" | "hash" | "changes" | "moves"> & {
    objectStatus: ObjectStatus;
    shares: Share[];
    signatures: Omit<GprCard["signatures"][number], "yours">[];
    /** Open answers to shifts, the newest first. */
    asked: (NonNullable<GprCard["shift"]> & { ownerId: number })[];
  };

/** What is compared of a row besides its dates. */
const FIELDS = [
  "name",
  "department",
  "owner_id",
  "quantity",
  "unit",
  "facade_id",
  "duration",
  "parent",
  "constraint_kind",
  "constraint_edge",
  "constraint_day",
];
const fieldsOf = (row: string) => `(${FIELDS.map((field) => `${row}.${field}`).join(", ")})`;

const leaf = (row: string) =>
  `not exists (select from gpr_rows c where c.gpr_id = ${row}.gpr_id and c.parent = ${row}.key)`;

/** $1 version. Changes are those against the newest version before it that was sent. */
export const GPR_CARD = `
  select ${GPR_COLUMNS}, o.status as "objectStatus", t.start_on::text as "startOn", t.hash,
    (select max(r.finish_on)::text from gpr_rows r where r.gpr_id = t.id) as "finishOn",
    (select coalesce(json_agg(x), '[]') from (
      select r.owner_id as "ownerId", r.department, count(*)::int as rows, min(r.start_on)::text as "from",
        max(r.finish_on)::text as "to"
      from gpr_rows r where r.gpr_id = t.id and ${leaf("r")} group by r.owner_id, r.department) x) as shares,
    (select coalesce(json_agg(json_build_object('role', s.role, 'signer', ${personJson("s.signer_id")},
        'askedAt', ${instantText("s.asked_at")}, 'signedAt', ${instantText("s.signed_at")},
        'signedBy', ${personJson("s.signed_by")}) order by s.id), '[]')
      from gpr_signatures s where s.gpr_id = t.id and s.voided_at is null) as signatures,
    (select json_build_object('against', p.number,
        'added', count(*) filter (where d.b_key is null), 'removed', count(*) filter (where d.a_key is null),
        'moved', count(*) filter (where d.moved and d.leaf and d.b_key is not null),
        'changed', count(*) filter (where d.changed and d.a_key is not null and d.b_key is not null))
      from (select id, number from gpr_versions where object_id = t.object_id and number < t.number and hash is not null
          order by number desc limit 1) p,
        lateral (select a.key as a_key, b.key as b_key, a.leaf,
            (a.start_on, a.finish_on) is distinct from (b.start_on, b.finish_on) as moved,
            ${fieldsOf("a")} is distinct from ${fieldsOf("b")} as changed
          from (select r.*, ${leaf("r")} as leaf from gpr_rows r where r.gpr_id = t.id) a
            full join (select r.* from gpr_rows r where r.gpr_id = p.id) b on b.key = a.key) d
      where t.hash is not null group by p.number) as changes,
    (select coalesce(json_agg(json_build_object('id', a.id, 'version', a.version, 'ownerId', a.owner_id,
        'by', ${personJson("s.shifted_by")}, 'at', ${instantText("s.created_at")}, 'reason', s.reason,
        'finish', json_build_object('before', s.finish_before, 'after', s.finish_after, 'workdays', s.finish_days),
        'rows', a.rows, 'moved', a.moved) order by a.id desc), '[]')
      from gpr_answers a join gpr_shifts s on s.id = a.shift_id
      where a.gpr_id = t.id and a.status = 'open') as asked,
    ${movesJson("gpr", "t.id")} as moves
  from gpr_versions t join objects o on o.id = t.object_id
  where t.id = $1`;
