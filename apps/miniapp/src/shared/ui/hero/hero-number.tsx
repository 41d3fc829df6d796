import { formatPercent } from "@stsphera/contracts/format";
import { useLocale } from "../../i18n/locale.ts";

/** The big numeral: per cent, or the days that lead when an object is late and a director looks. */
export function HeroNumber({ pct, days }: { pct: string | null; days: string | null }) {
  const locale = useLocale();
  const [figure = "", unit = ""] = days?.split(" ") ?? [formatPercent(pct, 1, locale).replace("%", ""), "%"];
  return (
    <div className="num" {...(days === null ? { "data-testid": "progress-number" } : {})}>
      {figure}
      {(days !== null || pct !== null) && <small>{unit}</small>}
    </div>
  );
}
