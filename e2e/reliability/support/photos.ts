import sharp from "sharp";

/** JPEG pictures as a phone sends them, all different. */
export function drawPictures(count: number, seed = 0): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const shade = (seed * 37 + at * 53) % 256;
      const create = {
        width: 1240,
        height: 920,
        channels: 3 as const,
        background: { r: shade, g: 90, b: 255 - shade },
      };
      return (await sharp({ create }).jpeg({ quality: 80 }).toBuffer()).toString("base64");
    }),
  );
}
