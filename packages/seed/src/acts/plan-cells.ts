import { listWorkTypes, setFloorVolumes } from "@stsphera/core";
import { moment } from "../stage/days.ts";
import { known } from "../stage/known.ts";
import type { ObjectCalendar } from "../stage/object-calendar.ts";
import type { Stage } from "../stage/stage.ts";
import { FACADES, type Frame } from "../story/block-b.ts";
import { cellWindows } from "../story/cell-windows.ts";
import { WINDOWS } from "../story/windows.ts";
import { ADDED } from "../story/extra-works.ts";
import { type CellKey, cellKey, cellsOf, WORKS } from "../story/work-plan.ts";
import type { OpenedObject } from "./open-block-b.ts";

export type CellIds = ReadonlyMap<CellKey, number>;

const CELLS = `
  select v.id, fa.code || ' ' || fl.code || ' ' || w.code as key
  from floor_volumes v join facades fa on fa.id = v.facade_id join floors fl on fl.id = v.floor_id
  join work_types w on w.id = v.work_type_id where v.object_id = $1`;

/** ПТО enters plan and dates of every cell, without what extra works add later. */
export async function planCells(
  stage: Stage,
  frame: Frame,
  object: OpenedObject,
  calendar: ObjectCalendar,
): Promise<CellIds> {
  const ctx = await stage.as("klimova", moment(frame.preparation, "15:40"));
  const dictionary = await listWorkTypes.run(ctx, { limit: 100 });
  const works = new Map(dictionary.items.map((work) => [work.code, work.id]));
  const volumes = FACADES.flatMap((facade) =>
    WORKS.flatMap((work) => {
      const cells = cellsOf(facade, work);
      const windows = cellWindows(calendar.workdaysOf(WINDOWS[work][facade]), cells.length);
      return cells.map(({ floor, planQty }, at) => ({
        facadeId: known(object.facades, facade),
        floorId: known(object.floors, floor),
        workTypeId: known(works, work),
        planQty: String(Number(planQty) - (ADDED.get(cellKey({ facade, floor, work })) ?? 0)),
        ...windows[at],
      }));
    }),
  );
  await setFloorVolumes.run(ctx, { objectId: object.id, volumes });
  const rows = await stage.db.read<{ id: number; key: CellKey }>(CELLS, [object.id]);
  return new Map(rows.map((row) => [row.key, row.id]));
}
