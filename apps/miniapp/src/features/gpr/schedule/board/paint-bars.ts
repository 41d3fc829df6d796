import { xOf } from "../model/scale.ts";
import { barOf, isMilestone } from "./geometry.ts";
import type { BoardRow } from "./layout.ts";
import type { Scene } from "./scene.ts";

type Lines = { readonly from: number; readonly to: number };

/** The bars of the rows in a window: tasks, summaries as brackets, milestones as diamonds. */
export function paintBars(ctx: CanvasRenderingContext2D, scene: Scene, lines: Lines): void {
  const { rows, dragged } = scene;
  for (let line = lines.from; line < lines.to; line += 1) {
    const row = rows[line];
    if (row === undefined) continue;
    const isDragged = dragged?.key === row.key;
    if (scene.base) paintBase(ctx, scene, row, line);
    paintBar(ctx, scene, row, line, isDragged ? 0.35 : 1);
    if (isDragged) paintDragged(ctx, scene, line);
  }
}

function paintBar(ctx: CanvasRenderingContext2D, scene: Scene, row: BoardRow, line: number, alpha: number) {
  const { layout, scale, colors } = scene;
  const bar = barOf(row, scale);
  if (bar === null) return;
  const middle = (line + 0.5) * layout.row;
  const half = layout.rem * 0.5;
  ctx.globalAlpha = alpha;
  if (isMilestone(row)) {
    diamond(ctx, (bar.left + bar.right) / 2, middle, layout.rem * 0.5);
    ctx.fillStyle = row.critical ? colors.bad : colors.warn;
    ctx.fill();
  } else if (row.summary) {
    ctx.fillStyle = row.critical ? colors.bad : colors.ink2;
    ctx.fillRect(bar.left, middle - half * 0.5, bar.right - bar.left, half * 0.5);
    ctx.fillRect(bar.left, middle - half * 0.5, 2, half * 1.25);
    ctx.fillRect(bar.right - 2, middle - half * 0.5, 2, half * 1.25);
  } else {
    paintTask(ctx, scene, row, { ...bar, middle, half });
  }
  ctx.globalAlpha = 1;
}

/** Where the row was signed to lie, as a thin line under its bar. */
function paintBase(
  ctx: CanvasRenderingContext2D,
  { layout, scale, colors }: Scene,
  row: BoardRow,
  line: number,
) {
  const base = row.standing?.base ?? null;
  if (base === null) return;
  const left = xOf(scale, base.first);
  ctx.fillStyle = colors.ink2;
  ctx.fillRect(left, (line + 1) * layout.row - 6, Math.max(xOf(scale, base.last + 1) - left, 2), 2);
}

type Box = { left: number; right: number; middle: number; half: number };

function paintTask(ctx: CanvasRenderingContext2D, { scale, colors }: Scene, row: BoardRow, box: Box): void {
  const { left, right, middle, half } = box;
  const color = row.critical ? colors.bad : colors.led;
  const alpha = ctx.globalAlpha;
  ctx.beginPath();
  ctx.roundRect(left, middle - half, right - left, 2 * half, Math.min(4, (right - left) / 2));
  ctx.globalAlpha = alpha * (row.critical ? 0.25 : 0.55);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.globalAlpha = alpha;
  // The outline says it without the colour.
  ctx.lineWidth = row.critical ? 2 : 1;
  ctx.strokeStyle = color;
  ctx.stroke();
  const done = row.standing?.done ?? 0;
  if (done > 0) {
    ctx.fillStyle = color;
    ctx.fillRect(left, middle - half, ((right - left) * Math.min(done, 100)) / 100, 2 * half);
  }
  if (row.critical || row.float === null || row.float <= 0) return;
  ctx.fillStyle = colors.ink3;
  ctx.fillRect(right, middle - 0.5, row.float * scale.perDay, 1);
}

function paintDragged(
  ctx: CanvasRenderingContext2D,
  { dragged, scale, layout, colors }: Scene,
  line: number,
) {
  if (dragged === null) return;
  const [left, right] = [xOf(scale, dragged.first), xOf(scale, dragged.last + 1)];
  const half = layout.rem * 0.6;
  ctx.beginPath();
  ctx.roundRect(left, (line + 0.5) * layout.row - half, right - left, 2 * half, 4);
  ctx.setLineDash([6, 4]);
  ctx.lineWidth = 2;
  ctx.strokeStyle = colors.ink;
  ctx.stroke();
  ctx.setLineDash([]);
}

function diamond(ctx: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  ctx.beginPath();
  ctx.moveTo(x, y - half);
  ctx.lineTo(x + half, y);
  ctx.lineTo(x, y + half);
  ctx.lineTo(x - half, y);
  ctx.closePath();
}
