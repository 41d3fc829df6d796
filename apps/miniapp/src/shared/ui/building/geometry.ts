import { floorCodes, type BuildingFacade, type BuildingFloor } from "./floors.ts";
import { paneLevel, paneOrder } from "./pane-order.ts";

export const FRAME = { width: 360, height: 151, ground: 129, sky: 13, side: 18 };
const LEAST_PITCH = 5.4;
const MAX_PITCH = 13;
const MAX_FLOOR = 11;
const PADDING = 4;

export type FacadeDrawing = {
  readonly code: string;
  readonly name: string;
  readonly health: BuildingFacade["health"];
  readonly x: number;
  readonly width: number;
  readonly top: number;
  /** The floors above the last one with windows: a narrower volume on the roof. */
  readonly attic: string;
  readonly litShare: number;
  readonly dark: string;
  readonly lit: readonly [string, string, string];
  readonly half: string;
  readonly accepted: string;
  readonly defects: string;
  readonly absent: string;
};
export type BuildingDrawing = { readonly facades: FacadeDrawing[]; readonly litCount: number };

type Scale = {
  readonly perPane: number;
  readonly pitch: number;
  readonly floor: number;
  readonly gap: number;
};

const round = (value: number) => Math.round(value * 10) / 10;
const box = (x: number, y: number, width: number, height: number) =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
const diamond = (x: number, y: number, size: number) =>
  `M${round(x)} ${round(y - size)}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`;

/** Windows across: the widest floor; a facade without modules keeps a narrow blank volume. */
function columnsOf(facade: BuildingFacade, perPane: number): number {
  const widest = Math.max(0, ...facade.floors.map((floor) => Number(floor.plan)));
  return Math.max(3, Math.ceil(widest / perPane));
}

function scaleFor(facades: readonly BuildingFacade[], floorCount: number): Scale {
  const gap = facades.length > 4 ? 6 : 12;
  const room = FRAME.width - 2 * FRAME.side - gap * (facades.length - 1) - 2 * PADDING * facades.length;
  for (let perPane = 1; ; perPane += 1) {
    const columns = facades.reduce((sum, facade) => sum + columnsOf(facade, perPane), 0);
    const pitch = room / columns;
    const settled = facades.every((facade) => columnsOf(facade, perPane) === 3);
    if (pitch < LEAST_PITCH && !settled) continue;
    const floor = Math.min(MAX_FLOOR, (FRAME.ground - FRAME.sky) / Math.max(1, floorCount));
    return { perPane, pitch: Math.min(MAX_PITCH, pitch), floor, gap };
  }
}

type Paths = { dark: string; lit: [string, string, string]; half: string; accepted: string; defects: string };
type Cell = { readonly seed: string; readonly x: number; readonly y: number; readonly floor: BuildingFloor };

/** Draws one floor into the paths of its facade; gives how many of its windows are lit, and how many there are. */
function drawFloor(paths: Paths, { seed, x, y, floor }: Cell, scale: Scale): { lit: number; panes: number } {
  const panes = Math.ceil(Number(floor.plan) / scale.perPane);
  const done = Math.min(Number(floor.fact), Number(floor.plan)) / scale.perPane;
  const full = Number(floor.fact) >= Number(floor.plan) ? panes : Math.floor(done);
  const lit = full === panes ? panes : Math.ceil(done);
  const accepted = Math.min(full, Math.floor(Number(floor.accepted) / scale.perPane + 1e-9));
  const width = scale.pitch * 0.7;
  const height = scale.floor * 0.66;
  paneOrder(seed, panes).forEach((pane, turn) => {
    const left = x + pane * scale.pitch + (scale.pitch - width) / 2;
    const shape = box(left, y, width, height);
    const level = paneLevel(seed, pane) as 0 | 1 | 2;
    if (turn < full) paths.lit[level] += shape;
    else if (turn < lit) paths.half += shape;
    else paths.dark += shape;
    if (turn < accepted) paths.accepted += box(left - 0.3, y - 0.3, width + 0.6, height + 0.6);
    if (turn < Math.min(floor.defects, 3)) paths.defects += diamond(left + width, y + 0.5, 2.2);
  });
  return { lit, panes };
}

type Place = { readonly facade: BuildingFacade; readonly codes: readonly string[]; readonly x: number };
type Drawn = { readonly drawing: FacadeDrawing; readonly lit: number };

function drawFacade({ facade, codes, x }: Place, scale: Scale): Drawn {
  const width = columnsOf(facade, scale.perPane) * scale.pitch + 2 * PADDING;
  const paths: Paths = { dark: "", lit: ["", "", ""], half: "", accepted: "", defects: "" };
  let [lit, panes, highest, windows, absent] = [0, 0, 0, 0, ""];
  codes.forEach((code, level) => {
    const y = FRAME.ground - (level + 0.83) * scale.floor;
    const floor = facade.floors.find((known) => known.code === code);
    if (floor === undefined) {
      absent += box(x + PADDING, y, width - 2 * PADDING, scale.floor * 0.66);
      return;
    }
    highest = level + 1;
    if (Number(floor.plan) > 0) windows = highest;
    const drawn = drawFloor(paths, { seed: `${facade.code}:${code}`, x: x + PADDING, y, floor }, scale);
    lit += drawn.lit;
    panes += drawn.panes;
  });
  const { code, name, health } = facade;
  const roof = windows === 0 ? highest : windows;
  const top = FRAME.ground - roof * scale.floor - PADDING / 2;
  const rise = (highest - roof) * scale.floor;
  const attic = rise > 0 ? box(x + width * 0.18, top - rise, width * 0.64, rise) : "";
  const litShare = panes === 0 ? 0 : lit / panes;
  return { lit, drawing: { code, name, health, x, width, top, attic, litShare, absent, ...paths } };
}

/**
 * The elevation of an object in the hero's frame: a volume a facade, a row a floor, a window for every so many modules
 * (one when there is room). A window is lit when its modules stand, half lit when some do.
 */
export function drawBuilding(facades: readonly BuildingFacade[]): BuildingDrawing {
  if (facades.length === 0) return { facades: [], litCount: 0 };
  const codes = floorCodes(facades);
  const scale = scaleFor(facades, codes.length);
  const widths = facades.map((facade) => columnsOf(facade, scale.perPane) * scale.pitch + 2 * PADDING);
  const whole = widths.reduce((sum, width) => sum + width, 0) + scale.gap * (facades.length - 1);
  let x = (FRAME.width - whole) / 2;
  const drawn = facades.map((facade, index) => {
    const place = drawFacade({ facade, codes, x }, scale);
    x += (widths[index] ?? 0) + scale.gap;
    return place;
  });
  return {
    facades: drawn.map(({ drawing }) => drawing),
    litCount: drawn.reduce((sum, { lit }) => sum + lit, 0),
  };
}
