import type { FactFormLine } from "@stsphera/contracts";
import { shortWorkName } from "@stsphera/contracts/format";

const plain = (text: string) => text.toLocaleLowerCase("ru").replaceAll("ё", "е");

/** Lines whose work, code, facade and floor hold every word of the search. */
export function findLines(lines: readonly FactFormLine[], search: string): FactFormLine[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== "");
  return lines.filter((line) => {
    const { code, name } = line.workType;
    const parts = plain(`${code} ${name} ${shortWorkName(name)} ${line.facade}`);
    return words.every((word) => parts.includes(word) || plain(line.floor) === word);
  });
}
