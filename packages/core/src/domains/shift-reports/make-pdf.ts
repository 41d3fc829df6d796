import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import PdfDocument from "pdfkit";

const FONTS = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
const MARGIN = 56;
const TEXT_POINTS = 10;
const TITLE_POINTS = 13;

/** A day with its year and a number after its dash stand in one line. */
export const keepTogether = (line: string): string =>
  line
    .replaceAll(/— (?=\d)/g, "—\u00a0")
    .replaceAll(/(?<!\d)(\d{1,2}) (\p{L}+) (\d{4})(?!\d)/gu, "$1\u00a0$2\u00a0$3");

/**
 * A PDF of a title and plain lines, A4, with embedded fonts. A page is let go once it is full, so a month needs no more
 * memory than a day. The caller reads the stream to its end or destroys it.
 */
export function makePdf({ title, lines }: { title: string; lines: readonly string[] }): PDFKit.PDFDocument {
  const document = new PdfDocument({
    size: "A4",
    margin: MARGIN,
    info: { Title: title },
    bufferPages: false,
  });
  document.registerFont("text", join(FONTS, "DejaVuSans.ttf"));
  document.registerFont("title", join(FONTS, "DejaVuSans-Bold.ttf"));
  document.font("title").fontSize(TITLE_POINTS).text(title).moveDown();
  document.font("text").fontSize(TEXT_POINTS);
  for (const line of lines) {
    if (line === "") document.moveDown(0.7);
    else document.text(keepTogether(line), { lineGap: 2 });
  }
  document.end();
  return document;
}
