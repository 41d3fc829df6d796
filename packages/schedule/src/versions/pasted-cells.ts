import { type Day, isDay, LONGEST, type LinkType } from "../index.ts";

/** Text as it is compared: one space, lower case, composed. */
export const words = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim()
    .toLocaleLowerCase("ru");

/** Whole working days, «5», «5 дн.» or «5 d»; null where it is none. */
export function readDuration(text: string): number | null {
  const days = Number(/^(\d{1,5})(?:\s?[a-zа-я. ]{1,10})?$/.exec(words(text))?.[1] ?? Number.NaN);
  return Number.isNaN(days) || days > LONGEST ? null : days;
}

/** A decimal with up to three places, as a decimal string; spaces between thousands are left out. */
export function readDecimal(text: string): string | null {
  const plain = text.replaceAll(/[\s\u00a0]/g, "").replace(",", ".");
  const parts = /^0*(\d{1,15})(?:\.(\d{1,3}))?$/.exec(plain);
  if (parts === null) return null;
  const places = (parts[2] ?? "").replace(/0+$/, "");
  return places === "" ? (parts[1] ?? "") : `${parts[1]}.${places}`;
}

/** «18.10.2026» or «2026-10-18». */
export function readDate(text: string): Day | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim()) ?? [];
  const iso =
    day && month && year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text.trim();
  return isDay(iso) ? iso : null;
}

/** The depth of «2» or of an outline number such as «1.2.3»; null where it is none. */
export function readLevel(text: string): number | null {
  const plain = text.trim();
  if (/^\d+(\.\d+)+\.?$/.test(plain)) return plain.replace(/\.$/, "").split(".").length;
  const level = /^\d{1,2}\.?$/.test(plain) ? Number.parseInt(plain, 10) : 0;
  return level >= 1 && level <= 20 ? level : null;
}

export type PastedLink = { number: number; type: LinkType; lag: number };

/** «97», «97ОН+2; 103 НН−1»: numbers of rows, the kind of link by its word, days; null where one cannot be read. */
export function readAfter(text: string, types: ReadonlyMap<string, LinkType>): PastedLink[] | null {
  const links: PastedLink[] = [];
  for (const part of text.split(/[;,]/)) {
    if (part.trim() === "") continue;
    const [, number, how, sign, days = "0"] =
      /^(\d{1,9}) ?([a-zа-я]{2})?(?: ?([+−-]) ?(\d{1,5})(?: ?[a-zа-я. ]{1,12})?)?$/.exec(words(part)) ?? [];
    const type = how === undefined ? "FS" : types.get(how);
    if (number === undefined || type === undefined || Number(days) > LONGEST) return null;
    links.push({
      number: Number(number),
      type,
      lag: sign === "+" || days === "0" ? Number(days) : -Number(days),
    });
  }
  return links;
}
