import { firstCharacter } from "./characters.ts";

/**
 * Short name of a person. Names are stored as «Имя Фамилия», so the surname is the last word: «Белов»; with `style`
 * "initial" «Белов С.», for records where people may share a surname.
 */
export function shortName(fullName: string, style: "surname" | "initial" = "surname"): string {
  const words = fullName.trim().split(/\s+/);
  const surname = words.at(-1) ?? "";
  const first = words.length > 1 ? words[0] : undefined;
  if (style === "surname" || first === undefined) return surname;
  return `${surname}\u00a0${firstCharacter(first).toLocaleUpperCase("ru")}.`;
}
