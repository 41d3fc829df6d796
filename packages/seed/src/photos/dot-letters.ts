/**
 * Letters of 5 × 7 dots, one byte per row, so that photos need no fonts of the machine. Only the letters used in
 * stamps.
 */
const LETTERS: Readonly<Record<string, string>> = {
  " ": "00000000000000",
  ".": "00000000000c0c",
  ":": "000c0c000c0c00",
  "-": "0000001f000000",
  "0": "0e11131519110e",
  "1": "040c040404040e",
  "2": "0e11010204081f",
  "3": "1f02040201110e",
  "4": "02060a121f0202",
  "5": "1f101e0101110e",
  "6": "0608101e11110e",
  "7": "1f010204080808",
  "8": "0e11110e11110e",
  "9": "0e11110f01020c",
  А: "0e11111f111111",
  В: "1e11111e11111e",
  Г: "1f101010101010",
  Д: "0e0a0a0a0a1f11",
  Е: "1f10101e10101f",
  Ж: "15150e040e1515",
  З: "0e11010601110e",
  К: "11121418141211",
  М: "111b1515111111",
  Н: "1111111f111111",
  О: "0e11111111110e",
  П: "1f111111111111",
  Р: "1e11111e101010",
  С: "0e11101010110e",
  Т: "1f040404040404",
  У: "1111110f01010e",
  Ы: "11111915151519",
  Э: "0e11010f01110e",
  Ю: "1215151d151512",
};

const COLUMNS = 5;

/** An SVG path of a text with its top left corner at x, y; `dot` is the distance of dots in pixels. */
export function spell(words: string, x: number, y: number, dot: number): string {
  return [...words].flatMap((letter, at) => spellOne(letter, x + at * (COLUMNS + 1) * dot, y, dot)).join("");
}

function spellOne(letter: string, left: number, top: number, dot: number): string[] {
  const rows = LETTERS[letter];
  if (rows === undefined) throw new Error(`no dots for the letter ${letter}`);
  const side = dot * 0.86;
  return Buffer.from(rows, "hex")
    .toJSON()
    .data.flatMap((bits, row) =>
      Array.from({ length: COLUMNS }, (_, column) => column)
        .filter((column) => (bits >> (COLUMNS - 1 - column)) & 1)
        .map((column) => `M${left + column * dot} ${top + row * dot}h${side}v${side}h-${side}z`),
    );
}
