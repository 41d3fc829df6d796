import type { SupplyCard, SupplyFile } from "@stsphera/contracts";
import { instantText, intactMove, movesJson, personJson } from "../../kernel/index.ts";
import { type AsStored, fileJson, filesJson } from "../../platform/attachments/index.ts";
import { SUPPLY_COLUMNS, type SupplySummaryRow } from "./supply-sql.ts";

type StoredReceipt = Omit<SupplyCard["receipts"][number], "files"> & { files: AsStored<SupplyFile>[] };

/** A complete order as stored, read in one statement. */
export type SupplyCardRow = SupplySummaryRow &
  Omit<SupplyCard, "files" | "receipts" | "can" | "aboveLimit"> & {
    files: AsStored<SupplyFile>[];
    receipts: StoredReceipt[];
    approvalLimit: string;
    /** Not changed since the newest move. */
    intact: boolean;
    statusSince: string;
  };

const MAX_RECEIPTS = 20;
const qty = (column: string) => `trim_scale(${column})::text`;

const LINES = `(select coalesce(json_agg(json_build_object('id', l.id, 'materialId', l.material_id, 'code', m.code,
      'name', l.name, 'unit', l.unit, 'quantity', ${qty("l.quantity")}, 'shipped', ${qty("l.shipped")},
      'received', ${qty("l.received")}, 'waived', ${qty("l.waived")},
      'rest', ${qty("l.quantity - l.waived - l.shipped")}, 'onWay', ${qty("l.shipped - l.received")}) order by l.id), '[]')
    from supply_lines l left join materials m on m.id = l.material_id where l.order_id = t.id)`;

const PROMISES = `(select coalesce(json_agg(json_build_object('promisedOn', p.promised_on, 'reason', p.reason,
      'by', ${personJson("p.by_id")}, 'at', ${instantText("p.at")}) order by p.id), '[]')
    from supply_promises p where p.order_id = t.id)`;

const RECEIPTS = `(select coalesce(json_agg(json_build_object('id', r.id, 'by', ${personJson("r.by_id")},
      'at', ${instantText("r.at")}, 'undoneAt', ${instantText("r.undone_at")},
      'lines', (select coalesce(json_agg(json_build_object('name', l.name, 'unit', l.unit, 'papers', ${qty("c.papers")},
          'counted', ${qty("c.counted")}) order by l.id), '[]')
        from supply_receipt_lines c join supply_lines l on l.id = c.line_id where c.receipt_id = r.id),
      'files', ${filesJson("supply_receipt", "r.id", fileJson("file"))}) order by r.id desc), '[]')
    from (select * from supply_receipts where order_id = t.id order by id desc limit ${MAX_RECEIPTS}) r)`;

const DISCREPANCIES = `(select coalesce(json_agg(json_build_object('id', d.id, 'lineId', d.line_id, 'name', l.name,
      'unit', l.unit, 'quantity', ${qty("d.quantity")}, 'status', d.status, 'reason', d.reason,
      'createdAt', ${instantText("d.created_at")}, 'version', d.version) order by d.id), '[]')
    from supply_discrepancies d join supply_lines l on l.id = d.line_id
      join supply_receipts r on r.id = d.receipt_id and r.undone_at is null
    where d.order_id = t.id)`;

/** Other running orders of the object for the same material, or for the same words; while this one is not approved. */
const TWINS = `(select coalesce(json_agg(json_build_object('id', x.id, 'number', x.number, 'status', x.status,
      'quantity', ${qty("x.quantity")}, 'unit', x.unit) order by x.id), '[]')
    from (select distinct on (s.id) s.id, s.number, s.status, k.quantity, k.unit
      from supply_orders s join supply_lines k on k.order_id = s.id
        join supply_lines l on l.order_id = t.id
          and (k.material_id = l.material_id or (k.unit = l.unit and lower(k.name) = lower(l.name)))
      where s.object_id = t.object_id and s.id <> t.id and t.status in ('draft', 'requested')
        and s.status not in ('delivered', 'rejected', 'cancelled') and s.status <> 'draft'
      order by s.id, k.id limit 10) x)`;

/** $1 instant · $2 order. */
export const SUPPLY_CARD = `
  select ${SUPPLY_COLUMNS}, t.why, trim_scale(o.approval_limit)::text as "approvalLimit",
    ${instantText("t.status_since")} as "statusSince", ${intactMove("supply", "t")} as intact,
    ${LINES} as lines, ${PROMISES} as promises, ${RECEIPTS} as receipts, ${DISCREPANCIES} as discrepancies,
    ${TWINS} as twins, ${filesJson("supply", "t.id", fileJson("file"))} as files, ${movesJson("supply", "t.id")} as moves
  from supply_orders t join objects o on o.id = t.object_id
  where t.id = $2`;
