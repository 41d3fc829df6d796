import type { DefectCard, DefectPhoto } from "@stsphera/contracts";
import { instantText, intactMove, movesJson, personJson } from "../../kernel/index.ts";
import { type AsStored, fileJson, filesJson } from "../../platform/attachments/index.ts";
import { DEFECT_COLUMNS, type DefectSummaryRow } from "./defect-sql.ts";

type Person = { id: number; fullName: string };

/** A complete defect as stored, read in one statement. */
export type DefectCardRow = DefectSummaryRow &
  Omit<DefectCard, "before" | "after" | "can" | "reporter"> & {
    reporter: Person;
    before: AsStored<DefectPhoto>[];
    after: AsStored<DefectPhoto>[];
    /** Not changed since the newest move. */
    intact: boolean;
    statusSince: string;
  };

/** $1 instant · $2 defect. */
export const DEFECT_CARD = `
  select ${DEFECT_COLUMNS}, t.origin, ${instantText("t.status_since")} as "statusSince",
    ${personJson("t.reporter_id")} as reporter, ${intactMove("defect", "t")} as intact,
    (select json_build_object('id', w.id, 'code', w.code, 'name', w.name, 'unit', w.unit)
      from work_types w where w.id = t.work_type_id) as "workType",
    (select c.lead from crews c where c.id = t.crew_id) as crew,
    ${filesJson("defect", "t.id", fileJson("file"))} as before,
    ${filesJson("defect_cure", "t.id", fileJson("file"))} as after,
    ${movesJson("defect", "t.id")} as moves
  from defects t join objects o on o.id = t.object_id
  where t.id = $2`;
