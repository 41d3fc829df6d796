import { isMilestone } from "./geometry.ts";
import type { BoardRow, Column } from "./layout.ts";
import type { Scene } from "./scene.ts";

type Lines = { readonly from: number; readonly to: number };

const font = ({ layout, colors }: Scene, rems: number, weight = 400) =>
  `${weight} ${Math.round(rems * layout.rem)}px ${colors.font}`;

/** How far a row lies to the right, by its depth; deep outlines must leave room for words. */
export const indentOf = ({ depth }: BoardRow, rem: number): number => Math.min(depth, 4) * 0.75 * rem;

/** The rows in words: in columns where there is room, else in lines. */
export function paintRows(ctx: CanvasRenderingContext2D, scene: Scene, lines: Lines): void {
  const { layout, colors, rows, chosen, ticked } = scene;
  const { row: height, left } = layout;
  ctx.textBaseline = "middle";
  for (let line = lines.from; line < lines.to; line += 1) {
    const row = rows[line];
    if (row === undefined) continue;
    const top = line * height;
    const isMarked = row.key === chosen || ticked?.has(row.key) === true;
    ctx.fillStyle = isMarked ? colors.stage3 : row.summary ? colors.stage1 : colors.stage0;
    ctx.fillRect(0, top, left, height);
    ctx.fillStyle = colors.hairline;
    ctx.fillRect(0, top + height - 1, left, 1);
    if (row.critical && !row.summary) {
      ctx.fillStyle = colors.bad;
      ctx.fillRect(0, top + 4, 3, height - 9);
    }
    if (layout.columns.length > 0) paintCells(ctx, scene, row, top);
    else if (layout.view === "list") paintCard(ctx, scene, row, top);
    else paintName(ctx, scene, row, top);
  }
  if (layout.view === "chart") {
    ctx.fillStyle = colors.line;
    ctx.fillRect(left - 1, lines.from * height, 1, (lines.to - lines.from) * height);
  }
}

/** «▾» before a row that can be folded, a tick while rows are chosen, the number otherwise. */
function markOf({ folded, ticked }: Scene, row: BoardRow): string {
  if (ticked !== null && !row.summary) return ticked.has(row.key) ? "☑" : "☐";
  if (row.summary) return folded.has(row.key) ? "▸" : "▾";
  return "";
}

function paintCells(ctx: CanvasRenderingContext2D, scene: Scene, row: BoardRow, top: number): void {
  const { layout, colors, fit, texts } = scene;
  const middle = top + layout.row / 2;
  const pad = layout.rem / 2;
  for (const column of layout.columns) {
    ctx.font = font(scene, 0.9375, row.summary && column.name === "name" ? 600 : 400);
    ctx.fillStyle = column.name === "name" ? colors.ink : colors.ink2;
    const indent = column.name === "name" ? indentOf(row, layout.rem) : 0;
    const text = cellText(scene, row, column);
    const room = column.width - pad - indent;
    if (room > 0) ctx.fillText(fit.one(ctx, text, room), column.x + pad + indent, middle);
  }

  function cellText(of: Scene, one: BoardRow, { name }: Column): string {
    if (name !== "name") return texts.cell(one, name);
    const mark = markOf(of, one);
    return mark === "" ? one.name : `${mark} ${one.name}`;
  }
}

/** A row of a phone's list: number and name, then its facts, then where it lies in the whole. */
function paintCard(ctx: CanvasRenderingContext2D, scene: Scene, row: BoardRow, top: number): void {
  const { layout, colors, fit, texts, folded } = scene;
  const { rem, width } = layout;
  const x = rem * 0.875 + indentOf(row, rem);
  const room = width - x - rem * (row.summary ? 2.5 : 0.875);
  ctx.font = font(scene, 1, row.summary ? 600 : 400);
  ctx.fillStyle = colors.ink;
  const mark = row.summary ? "" : markOf(scene, row);
  const title = `${mark}${mark === "" ? "" : " "}${row.number} ${row.name}`;
  ctx.fillText(fit.one(ctx, title, room), x, top + rem * 1.25);
  ctx.font = font(scene, 0.9375);
  ctx.fillStyle = colors.ink2;
  ctx.fillText(fit.one(ctx, texts.facts(row), width - x - rem * 0.875), x, top + rem * 2.75);
  if (row.summary) {
    ctx.font = font(scene, 1.125);
    ctx.fillText(folded.has(row.key) ? "▸" : "▾", width - rem * 1.75, top + rem * 1.25);
  }
  paintShare(ctx, scene, row, { x, top: top + layout.row - rem * 0.75, width: width - x - rem * 0.875 });
}

/** The row's span within the span of the whole schedule. */
function paintShare(
  ctx: CanvasRenderingContext2D,
  { scale, colors }: Scene,
  row: BoardRow,
  { x, top, width }: { x: number; top: number; width: number },
): void {
  ctx.fillStyle = colors.hairline;
  ctx.fillRect(x, top + 1, width, 2);
  if (row.first === null || row.last === null) return;
  const part = (days: number) => (days / scale.days) * width;
  const size = isMilestone(row) ? 4 : Math.max(part(row.last - row.first + 1), 3);
  ctx.fillStyle = row.critical ? colors.bad : row.summary ? colors.ink2 : colors.led;
  ctx.fillRect(x + part(row.first - scale.from), top, size, 4);
}

/** The narrow part beside a phone's chart: number and name in two lines. */
function paintName(ctx: CanvasRenderingContext2D, scene: Scene, row: BoardRow, top: number): void {
  const { layout, colors, fit } = scene;
  const { rem, left, row: height } = layout;
  const x = rem * 0.5 + Math.min(indentOf(row, rem), rem);
  const mark = markOf(scene, row);
  ctx.font = font(scene, 0.875, row.summary ? 600 : 400);
  ctx.fillStyle = colors.ink;
  const lead = mark === "" ? String(row.number) : mark;
  const [first = "", second] = fit.two(ctx, `${lead}\u00a0${row.name}`, left - x - 4);
  if (second === undefined) ctx.fillText(first, x, top + height / 2);
  else {
    ctx.fillText(first, x, top + height / 2 - rem * 0.5625);
    ctx.fillText(second, x, top + height / 2 + rem * 0.5625);
  }
}

/** The names of the columns of the wide table. */
export function paintListHead(ctx: CanvasRenderingContext2D, scene: Scene): void {
  const { layout, colors, texts } = scene;
  ctx.fillStyle = colors.stage2;
  ctx.fillRect(0, 0, layout.width, layout.head);
  ctx.fillStyle = colors.line;
  ctx.fillRect(0, layout.head - 1, layout.width, 1);
  ctx.textBaseline = "middle";
  ctx.font = font(scene, 0.875);
  ctx.fillStyle = colors.ink2;
  for (const { name, x } of layout.columns)
    ctx.fillText(texts.heading(name), x + layout.rem / 2, layout.head / 2);
}
