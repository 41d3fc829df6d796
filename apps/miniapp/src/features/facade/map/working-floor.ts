import type { FacadeMap } from "@stsphera/contracts";
import type { MapCell } from "./stage.ts";

const isMoving = ({ week }: MapCell) => Number(week) > 0;
const isBegun = ({ pct }: MapCell) => Number(pct) > 0 && Number(pct) < 100;
const isLeft = ({ remaining }: MapCell) => Number(remaining) > 0;

/**
 * The floor one works on: the highest worked on within a week, else the highest begun one, else the lowest with
 * something left, else the highest of all. Null without any cell.
 */
export function workingFloor({ floors, facades }: FacadeMap, facadeId: number | null): number | null {
  const shown = facades.filter(({ id }) => facadeId === null || id === facadeId);
  const cells = floors.flatMap(({ id }) => {
    const onFloor = shown.flatMap((facade) => facade.floors.filter((floor) => floor.id === id));
    return onFloor.length === 0 ? [] : [{ id, onFloor }];
  });
  const holds = (test: (cell: MapCell) => boolean) => (floor: (typeof cells)[number]) =>
    floor.onFloor.some(test);
  const found =
    cells.findLast(holds(isMoving)) ??
    cells.findLast(holds(isBegun)) ??
    cells.find(holds(isLeft)) ??
    cells.at(-1);
  return found?.id ?? null;
}
