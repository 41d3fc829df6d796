import type { ExtraTotals as Totals } from "@stsphera/contracts";
import { formatMoney } from "@stsphera/contracts/format";
import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { getExtraTotals } from "../api/extra-requests.ts";
import { extraWords } from "../extra-words.ts";

/** Sums over all pages of a list of extra works. */
export const useExtraTotals = (filters: Readonly<Record<string, string>>) =>
  useQuery({ queryKey: queryKeys.extras("totals", filters), queryFn: () => getExtraTotals(filters) });

/** «12 работ · на словах 4 · 1 240 000 ₽, без цены 3»: sums of what the list below shows page by page. */
export function ExtraTotals({ totals: data }: { totals: Totals | undefined }) {
  const words = useWords(extraWords);
  const locale = useLocale();
  if (data === undefined || data.count === 0) return null;
  const { count, verbal, price, unpriced } = data;
  const money = [
    ...(price === null ? [] : [formatMoney(price, locale)]),
    ...(unpriced > 0 ? [words.unpriced(unpriced)] : []),
  ].join(", ");
  const parts = [words.count(count), ...(verbal > 0 ? [words.verbal(verbal)] : []), money];
  return (
    <p className="muted tabular" data-testid="extra-totals">
      {parts.filter((part) => part !== "").join(" · ")}
    </p>
  );
}
