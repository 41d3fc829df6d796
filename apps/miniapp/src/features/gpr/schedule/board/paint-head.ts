import { weekdayOf } from "@stsphera/schedule";
import { firstsOf, mondaysOf, tickKind, xOf } from "../model/scale.ts";
import { daysIn } from "./paint-days.ts";
import type { Place, Scene } from "./scene.ts";

const DAY_MS = 86_400_000;
const dateOf = (day: number) => new Date(day * DAY_MS);
const dayOfMonth = (day: number) => String(dateOf(day).getUTCDate());

/** The heading of the chart: months over weeks or days, years over months. */
export function paintChartHead(ctx: CanvasRenderingContext2D, scene: Scene, place: Place): void {
  const { layout, colors, scale, texts } = scene;
  const { left, width, head, rem } = layout;
  ctx.fillStyle = colors.stage1;
  ctx.fillRect(0, 0, width, head);
  ctx.fillStyle = colors.line;
  ctx.fillRect(0, head - 1, width, 1);
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, 0, width - left, head);
  ctx.clip();
  ctx.translate(left - place.left, 0);
  const kind = tickKind(scale.perDay);
  const { from, to } = daysIn(scene, place);
  ctx.textBaseline = "middle";
  ctx.font = `400 ${Math.round(0.875 * rem)}px ${colors.font}`;
  const isByMonth = kind === "month" || kind === "year";
  const above = firstsOf(isByMonth ? "year" : "month", from, to);
  // The caption of a long span stays in sight.
  for (const [at, day] of above.entries()) {
    const x = xOf(scale, day);
    const next = at + 1 < above.length ? xOf(scale, above[at + 1] ?? day) : Number.POSITIVE_INFINITY;
    const text = isByMonth ? String(dateOf(day).getUTCFullYear()) : texts.month(day, false);
    const room = ctx.measureText(text).width + rem;
    ctx.fillStyle = colors.ink;
    ctx.fillText(text, Math.min(Math.max(x, place.left) + rem / 4, next - room), head * 0.28);
    ctx.fillStyle = colors.line;
    ctx.fillRect(x, 0, 1, head / 2);
  }
  paintTicks(ctx, scene, { kind, from, to });
  ctx.restore();
  ctx.fillStyle = colors.stage1;
  ctx.fillRect(0, 0, left, head - 1);
  ctx.fillStyle = colors.line;
  ctx.fillRect(left - 1, 0, 1, head);
}

type Span = { kind: ReturnType<typeof tickKind>; from: number; to: number };

function paintTicks(ctx: CanvasRenderingContext2D, scene: Scene, { kind, from, to }: Span): void {
  const { layout, colors, scale, texts, isWorkday, today } = scene;
  const { head, rem } = layout;
  const y = head * 0.75;
  if (kind === "day") {
    for (let day = from; day <= to; day += 1) {
      ctx.fillStyle = day === today ? colors.led : isWorkday(day) ? colors.ink2 : colors.ink3;
      ctx.textAlign = "center";
      ctx.fillText(dayOfMonth(day), xOf(scale, day + 0.5), y);
      if (weekdayOf(day) === 1) ctx.fillRect(xOf(scale, day), head / 2, 1, head / 2);
    }
    ctx.textAlign = "start";
    return;
  }
  const days = kind === "week" ? mondaysOf(from, to) : firstsOf("month", from, to);
  for (const day of days) {
    const x = xOf(scale, day);
    ctx.fillStyle = colors.line;
    ctx.fillRect(x, head / 2, 1, head / 2);
    ctx.fillStyle = colors.ink2;
    ctx.fillText(kind === "week" ? dayOfMonth(day) : texts.month(day, true), x + rem / 4, y);
  }
}
