import type { DashboardFacade } from "@stsphera/contracts";

export type BuildingFacade = Pick<DashboardFacade, "code" | "name" | "floors"> &
  Partial<Pick<DashboardFacade, "health">>;
export type BuildingFloor = DashboardFacade["floors"][number];

/** All floor codes from the ground up: the tallest facade leads, a code it lacks stands where its own facade has it. */
export function floorCodes(facades: readonly BuildingFacade[]): string[] {
  const lists = facades.map((facade) => facade.floors.map((floor) => floor.code));
  const [first = [], ...rest] = [...lists].sort((a, b) => b.length - a.length);
  const codes = [...first];
  for (const list of rest) {
    list.forEach((code, index) => {
      if (codes.includes(code)) return;
      const below = list[index - 1];
      codes.splice(below === undefined ? 0 : codes.indexOf(below) + 1, 0, code);
    });
  }
  return codes;
}
