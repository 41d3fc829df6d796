import { cutText } from "@stsphera/contracts/format";

const LONGEST = 20;

/**
 * The code of a facade, by which lines, zones and buttons name it: the name itself, shortened when it is long, and
 * numbered when another facade reads the same.
 */
export function codeFor(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((code) => code.toLocaleLowerCase("ru")));
  const isFree = (code: string) => !used.has(code.toLocaleLowerCase("ru"));
  const words = name.trim().replace(/\s+/g, " ") || "Ф";
  const first = cutText(words, LONGEST).trim();
  if (isFree(first)) return first;
  for (let number = 2; ; number += 1) {
    const code = `${cutText(words, LONGEST - String(number).length - 1).trim()} ${number}`;
    if (isFree(code)) return code;
  }
}
