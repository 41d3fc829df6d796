import { describe, expect, test } from "vitest";
import { floorCodes, type BuildingFacade } from "./floors.ts";
import { drawBuilding, FRAME } from "./geometry.ts";
import { paneOrder } from "./pane-order.ts";

const floor = (code: string, plan: number, fact = 0, more: { accepted?: number; defects?: number } = {}) => ({
  code,
  plan: String(plan),
  fact: String(fact),
  accepted: String(more.accepted ?? 0),
  defects: more.defects ?? 0,
});
const facade = (code: string, floors: BuildingFacade["floors"]): BuildingFacade => ({
  code,
  name: code,
  floors,
});
const shapes = (path: string) => path.split("z").length - 1;
const litShapes = (drawing: ReturnType<typeof drawBuilding>) =>
  drawing.facades.reduce(
    (sum, { lit, half }) => sum + lit.reduce((all, path) => all + shapes(path), shapes(half)),
    0,
  );

/** Three facades of fourteen floors, as a middling object has them. */
function object(southEleventh = 22): BuildingFacade[] {
  const codes = Array.from({ length: 14 }, (_, index) => String(index + 1));
  const done = (through: number, next: number, width: number) =>
    codes.map((code, index) => floor(code, width, index < through ? width : index === through ? next : 0));
  return [
    facade("Ю", [...done(10, southEleventh, 36), floor("тех", 0)]),
    facade("З", [...done(9, 18, 24), floor("тех", 0)]),
    facade(
      "В",
      codes.slice(1).map((code, index) => floor(code, 24, index < 3 ? 22 : index === 3 ? 8 : 0)),
    ),
  ];
}

describe("the building", () => {
  test("lights as many windows as it says, in proportion to what stands", () => {
    const drawing = drawBuilding(object());
    expect(litShapes(drawing)).toBe(drawing.litCount);
    const south = drawing.facades[0];
    expect(south?.litShare).toBeGreaterThan((10 * 36 + 22) / (14 * 36) - 0.02);
    expect(south?.litShare).toBeLessThan((10 * 36 + 22) / (14 * 36) + 0.02);
  });

  test("an entry lights more windows and puts none out", () => {
    const before = drawBuilding(object(22));
    const after = drawBuilding(object(34));
    expect(after.litCount).toBeGreaterThan(before.litCount);
    const windows = (path: string) => path.split("z").filter((shape) => shape !== "");
    for (const level of [0, 1, 2] as const) {
      const standing = windows(after.facades[0]?.lit[level] ?? "");
      for (const shape of windows(before.facades[0]?.lit[level] ?? "")) expect(standing).toContain(shape);
    }
  });

  test("a floor is dark until something stands and full only when all does", () => {
    const dark = drawBuilding([facade("А", [floor("1", 24)])]);
    expect([dark.litCount, shapes(dark.facades[0]?.half ?? "")]).toEqual([0, 0]);
    const all = drawBuilding([facade("А", [floor("1", 24, 24)])]);
    expect(shapes(all.facades[0]?.dark ?? "")).toBe(0);
    const over = drawBuilding([facade("А", [floor("1", 24, 30)])]);
    expect(over.litCount).toBe(all.litCount);
  });

  test("accepted windows are outlined, defects marked", () => {
    const drawing = drawBuilding([facade("А", [floor("1", 12, 12, { accepted: 6, defects: 2 })])]);
    expect(shapes(drawing.facades[0]?.accepted ?? "")).toBe(6);
    expect(shapes(drawing.facades[0]?.defects ?? "")).toBe(2);
  });

  test("stays inside its frame, for one small facade and for six large ones", () => {
    const large = Array.from({ length: 6 }, (_, index) =>
      facade(
        String(index),
        Array.from({ length: 40 }, (_, level) => floor(String(level), 200, 100)),
      ),
    );
    for (const facades of [[facade("А", [floor("1", 2, 1)])], object(), large]) {
      for (const drawn of drawBuilding(facades).facades) {
        expect(drawn.x).toBeGreaterThanOrEqual(0);
        expect(drawn.x + drawn.width).toBeLessThanOrEqual(FRAME.width);
        expect(drawn.top).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test("an object without facades draws nothing", () => {
    expect(drawBuilding([])).toEqual({ facades: [], litCount: 0 });
  });
});

test("a facade that lacks the ground floor keeps its other floors level with the rest", () => {
  const [south, , east] = object();
  expect(floorCodes([east ?? facade("", []), south ?? facade("", [])])).toEqual([
    ...Array.from({ length: 14 }, (_, index) => String(index + 1)),
    "тех",
  ]);
  expect(shapes(drawBuilding(object()).facades[2]?.absent ?? "")).toBe(2);
});

test("the order of a floor's windows names each once", () => {
  expect(paneOrder("Ю:11", 18).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 18 }, (_, pane) => pane),
  );
  expect(paneOrder("Ю:11", 18)).toEqual(paneOrder("Ю:11", 18));
});
