import { linkPath } from "./geometry.ts";
import type { BoardLink, Scene } from "./scene.ts";

type Lines = { readonly from: number; readonly to: number };

/** A link through more rows than this would only be a line from edge to edge. */
const FARTHEST = 60;

/** Links of the chosen row, and on demand all that begin or end in the window. */
export function paintLinks(ctx: CanvasRenderingContext2D, scene: Scene, lines: Lines): void {
  const { links, chosen, allLinks, colors } = scene;
  const inWindow = (line: number) => line >= lines.from && line < lines.to;
  const ofChosen: BoardLink[] = [];
  const others: BoardLink[] = [];
  for (const link of links) {
    const isChosen = link.from.key === chosen || link.to.key === chosen;
    if (!isChosen && !allLinks) continue;
    const { fromLine, toLine } = link;
    if (fromLine === toLine || !(inWindow(fromLine) || inWindow(toLine))) continue;
    if (isChosen) ofChosen.push(link);
    else if (Math.abs(fromLine - toLine) <= FARTHEST) others.push(link);
  }
  paintAll(ctx, scene, others, colors.ink3, 1);
  paintAll(ctx, scene, ofChosen, colors.ink, 2);
}

function paintAll(
  ctx: CanvasRenderingContext2D,
  { scale, layout }: Scene,
  links: readonly BoardLink[],
  color: string,
  width: number,
): void {
  if (links.length === 0) return;
  const arrows: (readonly [x: number, y: number, back: number])[] = [];
  const head = layout.rem / 3;
  ctx.beginPath();
  for (const link of links) {
    const points = linkPath(link, scale, layout);
    if (points === null) continue;
    for (const [at, [x, y]] of points.entries()) {
      if (at === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    const [x, y] = points.at(-1) ?? [0, 0];
    const back = link.type.endsWith("S") ? -head : head;
    arrows.push([x, y, back]);
  }
  ctx.lineWidth = width;
  ctx.strokeStyle = color;
  ctx.stroke();
  ctx.fillStyle = color;
  ctx.beginPath();
  for (const [x, y, back] of arrows) {
    ctx.moveTo(x, y);
    ctx.lineTo(x + back, y - head / 2);
    ctx.lineTo(x + back, y + head / 2);
    ctx.closePath();
  }
  ctx.fill();
}
