import sharp from "sharp";

/** A JPEG of a facade grid with a caption, different for each number. */
export async function drawPhoto(number: number): Promise<Buffer> {
  const panes = Array.from({ length: 24 }, (_, at) => {
    const lit = at % (number + 2) === 0 ? "#ffd58a" : "#39424f";
    return `<rect x="${(at % 6) * 200 + 20}" y="${Math.floor(at / 6) * 220 + 20}" width="180" height="200" fill="${lit}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="920"><rect width="1240" height="920" fill="#171a21"/>${panes.join("")}<text x="40" y="880" font-size="48" fill="#fff">Юг 11 · ${number}</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}
