import { spread } from "../stage/spread.ts";
import { spell } from "./dot-letters.ts";
import type { Picture } from "./pictures.ts";

const WIDTH = 1280;
const HEIGHT = 960;

/** Visible columns and rows: the further away, the more of the facade. */
const VIEWS = [
  { columns: 9, rows: 4, tilt: -2 },
  { columns: 5, rows: 3, tilt: 3 },
  { columns: 3, rows: 2, tilt: -4 },
];

const grey = (light: number) => `rgb(${light},${light + 4},${light + 9})`;
const rectangle = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`;

/** A drawn photo: the facade in greys, glazed below, open above, stamped with facade, floor, work and time. */
export function drawPicture(picture: Picture): string {
  const { tilt } = viewOf(picture);
  const { facade, floor, work } = picture.sight;
  const clock = new Date(picture.takenAt.getTime() + 3 * 3_600_000).toISOString().slice(11, 16);
  const day = picture.day.split("-").toReversed().join(".");
  const stamp =
    spell(`${facade.toUpperCase()} ЭТАЖ ${floor} ${work}`, 42, 822, 6) + spell(`${day} ${clock}`, 42, 882, 6);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <defs><linearGradient id="light" x1="0" y1="0" x2=".4" y2="1">
      <stop offset="0" stop-color="#fff" stop-opacity=".3"/><stop offset="1" stop-color="#000" stop-opacity=".38"/>
    </linearGradient></defs>
    ${rectangle(0, 0, WIDTH, HEIGHT, grey(132))}
    <g transform="rotate(${tilt} 640 480) translate(-64 -48) scale(1.1)">${modules(picture)}</g>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#light)"/>
    <path d="${stamp}" fill="#000" fill-opacity=".55" transform="translate(2 2)"/>
    <path d="${stamp}" fill="#e9a13b"/></svg>`;
}

const viewOf = ({ shot }: Picture) => VIEWS[shot % VIEWS.length] ?? { columns: 9, rows: 4, tilt: 0 };

function modules(picture: Picture): string {
  const { columns, rows } = viewOf(picture);
  const key = `${picture.sight.key} ${picture.shot}`;
  const width = WIDTH / columns;
  const height = HEIGHT / rows;
  const isModule = picture.sight.work === "МОД";
  const glazed = 1 + spread(key, columns);
  const parts: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = column * width;
      const y = row * height;
      const closed = isModule && (row > 1 || (row === 1 && column < glazed));
      const shade = spread(`${key} ${row} ${column}`, 34);
      parts.push(closed ? closedModule(x, y, width, height, shade) : openBay(x, y, width, height, shade));
    }
  }
  return parts.join("");
}

/** A module: frame, glass with a reflection, spandrel below. */
function closedModule(x: number, y: number, width: number, height: number, shade: number): string {
  const rim = width * 0.035;
  const glass = height * 0.66;
  const reflection = `M${x + rim} ${y + glass}L${x + width * 0.55} ${y + rim}h${width * 0.2}L${x + width * 0.2} ${y + glass}z`;
  return [
    rectangle(x, y, width, height, grey(58)),
    rectangle(x + rim, y + rim, width - 2 * rim, glass - rim, grey(126 + shade)),
    `<path d="${reflection}" fill="#fff" fill-opacity=".14"/>`,
    rectangle(x + rim, y + glass + rim, width - 2 * rim, height - glass - 2 * rim, grey(92 + shade / 2)),
  ].join("");
}

/** A bay without its module: edge of the slab, dark floor behind it, brackets at both joints. */
function openBay(x: number, y: number, width: number, height: number, shade: number): string {
  const slab = height * 0.13;
  const bracket = Math.min(width, height) * 0.08;
  return [
    rectangle(x, y, width, height, grey(44 + shade / 3)),
    rectangle(x, y + height - slab, width, slab, grey(150 + shade / 2)),
    rectangle(x + bracket * 0.3, y + height - slab - bracket * 0.4, bracket, slab, grey(206)),
    rectangle(x + width - bracket * 1.3, y + height - slab - bracket * 0.4, bracket, slab, grey(206)),
  ].join("");
}
