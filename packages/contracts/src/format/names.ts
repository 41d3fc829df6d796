import { firstCharacter } from "./characters.ts";

const ERASED = "Удалённый пользователь";

/** What stands where the name of an erased person stood. Names of people contain no digits. */
export const erasedName = (userId: number): string => `${ERASED} ${userId}`;

/** Whether it stands for an erased person. */
export const isErasedName = (name: string): boolean => name.startsWith(`${ERASED} `);

/**
 * Short name of a person. Names are stored as «Имя Фамилия», so the surname is the last word: «Белов»; with `style`
 * "initial" «Белов С.», for records where people may share a surname. An erased person keeps all the words.
 */
export function shortName(fullName: string, style: "surname" | "initial" = "surname"): string {
  if (isErasedName(fullName)) return fullName;
  const words = fullName.trim().split(/\s+/);
  const surname = words.at(-1) ?? "";
  const first = words.length > 1 ? words[0] : undefined;
  if (style === "surname" || first === undefined) return surname;
  return `${surname}\u00a0${firstCharacter(first).toLocaleUpperCase("ru")}.`;
}
