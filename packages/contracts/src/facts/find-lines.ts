import { shortWorkName } from "../format/work-names.ts";

type FoundLine = {
  readonly workType: { readonly code: string; readonly name: string };
  readonly facade: string;
  readonly floor: string;
};

const folded = (text: string): string => text.normalize("NFC").toLocaleLowerCase("ru").replaceAll("ё", "е");
const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[\s,.;:·№]+/)
    .filter((word) => word !== "");

/** Letters that a word keeps in all its cases, at least: «модули» and «модулей» share «модул». */
const STEM = 4;
const ENDING = 2;

/** Whether a typed word is the beginning of a word, or another case of it. */
function begins(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true;
  const stem = typed.slice(0, Math.max(STEM, typed.length - ENDING));
  return typed.length > STEM && !typed.includes("-") && word.startsWith(stem);
}

const NUMBER = /^\d+$/;

/** Words that only say what a number is: «этаж 5», «5 эт». */
const isNoise = (word: string): boolean =>
  word === "эт" || begins(word, "этаж") || word === "на" || word === "в";

/**
 * Lines that have all typed words, in any order and case, with «ё» equal to «е»: the work by the beginnings of its
 * words or its code, the facade, the floor; a number is the floor.
 */
export function findLines<L extends FoundLine>(lines: readonly L[], typed: string): L[] {
  const words = wordsOf(typed);
  const asked = words.length > 1 ? words.filter((word) => !isNoise(word)) : words;
  return lines.filter(({ workType, facade, floor }) => {
    const floorWord = folded(floor);
    const parts = [
      ...wordsOf(`${workType.name} ${shortWorkName(workType.name)} ${facade}`),
      ...wordsOf(workType.code),
      floorWord,
    ];
    return asked.every((word) =>
      NUMBER.test(word)
        ? floorWord === word || floorWord === `-${word}`
        : parts.some((part) => begins(word, part)),
    );
  });
}
