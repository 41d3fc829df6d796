/**
 * What a code of a facade or a floor is told apart by: two that read alike on a button («−1» and «-1», «Тех» and «тех»)
 * are one.
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
