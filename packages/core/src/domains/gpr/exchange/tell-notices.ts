import type { GprImported } from "@stsphera/contracts";
import type { Locale } from "@stsphera/contracts/vocabulary";
import type { Notice } from "@stsphera/schedule/mspdi";
import { exchangeWords } from "./exchange-words.ts";

/** What the product itself changed of a file. */
export type OwnNotice = { row: number | null; name: string | null } & (
  | { kind: "name_cut" | "name_empty" | "own_calendar" | "guessed_department" }
  | { kind: "progress" | "dates_differ"; count: number }
);

/** How many notices one answer tells; the rest is counted. */
const TOLD = 500;

/** Notices in words, those about the whole file first. */
export function tellNotices(
  notices: readonly (Notice | OwnNotice)[],
  locale: Locale,
): Pick<GprImported, "notices" | "more"> {
  const t = exchangeWords(locale);
  const sorted = notices.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0));
  return {
    notices: sorted.slice(0, TOLD).map(({ kind, row, name, ...values }) => ({
      kind,
      row,
      name,
      text: t(`notice_${kind}`, values as Record<string, string | number>),
    })),
    more: Math.max(sorted.length - TOLD, 0),
  };
}
