import type { Locale } from "../vocabulary.ts";
import { shortName } from "./names.ts";

/** Who did something, by full name, and whom they stood in for. */
export type Doer = { readonly name: string; readonly behalf?: string | null | undefined };

const FOR = { ru: "по замещению:", en: "for" } as const;

/** «Белов», «Белов (по замещению: Дёмин)». */
export function doerName({ name, behalf }: Doer, locale: Locale): string {
  const own = shortName(name);
  return behalf === null || behalf === undefined ? own : `${own} (${FOR[locale]} ${shortName(behalf)})`;
}
