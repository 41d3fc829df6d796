import { linesIn } from "./layout.ts";
import { paintBars } from "./paint-bars.ts";
import { paintChartHead } from "./paint-head.ts";
import { paintLinks } from "./paint-links.ts";
import { paintDays, paintToday } from "./paint-days.ts";
import { paintListHead, paintRows } from "./paint-rows.ts";
import type { Place, Scene } from "./scene.ts";

/** Draws what a window onto the board shows; nothing of what lies outside is touched. */
export function paint(ctx: CanvasRenderingContext2D, scene: Scene, place: Place): void {
  const { layout, colors, rows } = scene;
  const { width, height, head, left, view } = layout;
  const lines = linesIn(layout, place.top, rows.length);
  ctx.fillStyle = colors.stage0;
  ctx.fillRect(0, 0, width, height);
  if (view === "chart") {
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, head, width - left, height - head);
    ctx.clip();
    ctx.translate(left - place.left, head - place.top);
    paintDays(ctx, scene, place, lines);
    paintLinks(ctx, scene, lines);
    paintBars(ctx, scene, lines);
    paintToday(ctx, scene, place);
    ctx.restore();
  }
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, head, left, height - head);
  ctx.clip();
  ctx.translate(0, head - place.top);
  paintRows(ctx, scene, lines);
  ctx.restore();
  if (view === "chart") paintChartHead(ctx, scene, place);
  else if (head > 0) paintListHead(ctx, scene);
}
