import { xOf } from "../model/scale.ts";
import type { Place, Scene } from "./scene.ts";

type Lines = { readonly from: number; readonly to: number };

/** Narrower days off would be a grey veil. */
const LEAST_DAY = 3;

/** The days of the chart that a window shows. */
export function daysIn({ scale, layout }: Scene, { left }: Place): { from: number; to: number } {
  const from = scale.from + Math.floor(left / scale.perDay);
  const to = scale.from + Math.ceil((left + layout.width - layout.left) / scale.perDay);
  return { from, to: Math.min(to, scale.from + scale.days) };
}

/** Days off as a shade, rows as hairlines. */
export function paintDays(ctx: CanvasRenderingContext2D, scene: Scene, place: Place, lines: Lines): void {
  const { scale, layout, colors, isWorkday, rows, chosen } = scene;
  const [top, bottom] = [lines.from * layout.row, lines.to * layout.row];
  const { from, to } = daysIn(scene, place);
  ctx.fillStyle = colors.stage1;
  for (let line = lines.from; line < lines.to; line += 1) {
    if (rows[line]?.summary === true)
      ctx.fillRect(place.left, line * layout.row, layout.width - layout.left, layout.row);
  }
  if (scale.perDay >= LEAST_DAY) {
    // Darker or lighter than the ground in every theme, and under the bars.
    ctx.globalAlpha = 0.6;
    ctx.fillStyle = colors.stage3;
    for (let day = from; day < to; day += 1) {
      if (isWorkday(day)) continue;
      let last = day;
      while (last + 1 < to && !isWorkday(last + 1)) last += 1;
      ctx.fillRect(xOf(scale, day), top, (last - day + 1) * scale.perDay, bottom - top);
      day = last;
    }
    ctx.globalAlpha = 1;
  }
  ctx.fillStyle = colors.hairline;
  for (let line = lines.from; line < lines.to; line += 1)
    ctx.fillRect(place.left, (line + 1) * layout.row - 1, layout.width - layout.left, 1);
  const at = chosen === null ? -1 : rows.findIndex(({ key }) => key === chosen);
  if (at < lines.from || at >= lines.to) return;
  ctx.fillStyle = colors.stage3;
  ctx.fillRect(place.left, at * layout.row, layout.width - layout.left, layout.row - 1);
}

/** Today as a line through all rows. */
export function paintToday(ctx: CanvasRenderingContext2D, scene: Scene, place: Place): void {
  const { scale, today, colors, layout } = scene;
  const x = xOf(scale, today) + scale.perDay / 2;
  if (x < place.left || x > place.left + layout.width) return;
  ctx.fillStyle = colors.led;
  ctx.fillRect(Math.round(x), place.top, 2, layout.height);
}
