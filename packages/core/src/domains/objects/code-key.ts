/**
 * The key that makes codes of facades or floors unique: codes that look alike on a button («−1» and «-1», «Тех» and
 * «тех») are equal.
 */
export function codeKey(code: string): string {
  return code
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLocaleLowerCase("ru");
}
