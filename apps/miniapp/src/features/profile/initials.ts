import { firstCharacter } from "@stsphera/contracts/format";

/** «СБ» for «Сергей Белов»: the first letters of the first and the last word. */
export function initialsOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => firstCharacter(word ?? ""))
    .join("")
    .toLocaleUpperCase("ru");
}
