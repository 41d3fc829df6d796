import { mkdir } from "node:fs/promises";
import sharp from "sharp";

/** Draws the home-screen icons: the product's building at night, two facades over a blueprint grid. */
const OUT = new URL("../public/icons/", import.meta.url);
const SIZE = 512;

const rect = (x: number, y: number, w: number, h: number, fill: string, opacity = 1) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" fill-opacity="${opacity}"/>`;

/** A facade of windows, lit from the ground up; `half` floors above stand half lit. */
function facade(x: number, top: number, columns: number, rows: number, lit: number, half: number): string {
  const pane = (column: number, row: number) => {
    const fromGround = rows - 1 - row;
    const [fill, opacity] =
      fromGround < lit ? ["#ffd58a", 1] : fromGround < lit + half ? ["#ffd58a", 0.4] : ["#242a36", 1];
    return rect(x + 12 + column * 30, top + 14 + row * 36, 20, 24, fill, opacity);
  };
  const panes = Array.from({ length: rows * columns }, (_, at) =>
    pane(at % columns, Math.floor(at / columns)),
  );
  return rect(x, top, columns * 30 + 14, rows * 36 + 16, "#151922") + panes.join("");
}

const grid = Array.from({ length: 15 }, (_, at) => {
  const line = (at + 1) * 32;
  return `<path d="M0 ${line}H${SIZE}M${line} 0V${SIZE}" stroke="#1a1f29" stroke-width="1.5"/>`;
}).join("");

/** `inset` leaves room for the shapes that launchers cut out of a maskable icon. */
function drawing(inset: number): string {
  const scale = 1 - 2 * inset;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}">
    ${rect(0, 0, SIZE, SIZE, "#090a0d")}${grid}
    <g transform="translate(${SIZE * inset} ${SIZE * inset}) scale(${scale})">
      ${facade(92, 92, 5, 9, 6, 1)}${facade(276, 164, 4, 7, 3, 2)}
      ${rect(48, 432, 416, 6, "#63b0ff")}
    </g></svg>`;
}

await mkdir(OUT, { recursive: true });
const icons = [
  { name: "icon-192.png", size: 192, inset: 0 },
  { name: "icon-512.png", size: 512, inset: 0 },
  { name: "maskable-512.png", size: 512, inset: 0.12 },
  { name: "apple-touch-icon.png", size: 180, inset: 0.04 },
];
for (const { name, size, inset } of icons) {
  await sharp(Buffer.from(drawing(inset)))
    .resize(size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(new URL(name, OUT).pathname);
}
