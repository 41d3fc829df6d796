import type { ExtraCard, ExtraFile } from "@stsphera/contracts";
import { instantText, intactMove, movesJson, personJson } from "../../kernel/index.ts";
import { type AsStored, fileJson, filesJson } from "../../platform/attachments/index.ts";
import { EXTRA_COLUMNS, type ExtraSummaryRow } from "./extra-sql.ts";

/** A complete extra work as stored, read in one statement. */
export type ExtraCardRow = ExtraSummaryRow &
  Omit<ExtraCard, "files" | "can"> & {
    files: AsStored<ExtraFile>[];
    /** Not changed since the newest decision. */
    intact: boolean;
    statusSince: string;
  };

const named = (name: string) => `json_build_object('id', x.id, 'name', ${name})`;

/** $1 instant · $2 extra work. Choices are those of the object, and works in the unit of the extra work. */
export const EXTRA_CARD = `
  select ${EXTRA_COLUMNS}, t.document, ${instantText("t.status_since")} as "statusSince",
    ${intactMove("extra", "t")} as intact,
    (select json_build_object('floorVolumeId', v.id, 'workType', json_build_object('id', w.id, 'code', w.code,
        'name', w.name, 'unit', w.unit), 'facade', fa.code, 'floor', fl.code)
      from floor_volumes v join work_types w on w.id = v.work_type_id join facades fa on fa.id = v.facade_id
        join floors fl on fl.id = v.floor_id
      where v.facade_id = t.facade_id and v.floor_id = t.floor_id and v.work_type_id = t.work_type_id) as volume,
    (select coalesce(json_agg(json_build_object('stage', s.stage, 'document', s.document,
        'by', ${personJson("s.by_id")}, 'at', ${instantText("s.at")}) order by s.id), '[]')
      from extra_work_steps s where s.extra_id = t.id and s.undone_at is null) as steps,
    ${filesJson("extra", "t.id", fileJson("file"))} as files,
    ${movesJson("extra", "t.id")} as moves,
    json_build_object(
      'facades', (select coalesce(json_agg(${named("x.name")} order by x.sort, x.id), '[]')
        from facades x where x.object_id = t.object_id),
      'floors', (select coalesce(json_agg(${named("x.code")} order by x.sort, x.id), '[]')
        from floors x where x.object_id = t.object_id),
      'workTypes', (select coalesce(json_agg(${named("x.name")} order by x.sort, x.id), '[]')
        from work_types x where x.unit = t.unit)) as choices
  from extra_works t join objects o on o.id = t.object_id
  where t.id = $2`;
