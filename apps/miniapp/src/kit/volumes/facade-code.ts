/** A short code for a facade: the fewest letters of its name that no other has. */
export function codeFor(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((code) => code.toLocaleLowerCase("ru")));
  const letters = name.replaceAll(/[^\p{L}\p{N}]/gu, "") || "Ф";
  for (let length = 1; length <= Math.min(letters.length, 20); length += 1) {
    const code = letters.slice(0, 1).toLocaleUpperCase("ru") + letters.slice(1, length);
    if (!used.has(code.toLocaleLowerCase("ru"))) return code;
  }
  for (let number = 2; ; number += 1) {
    const code = `${letters.slice(0, 1).toLocaleUpperCase("ru")}${number}`;
    if (!used.has(code.toLocaleLowerCase("ru"))) return code;
  }
}
