import type { ZoneRow as Zone } from "@stsphera/contracts";
import { formatPercent, formatQuantity, shortName } from "@stsphera/contracts/format";
import type { ReactNode } from "react";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";
import { zoneAddress } from "../zone-address.ts";
import { zonesWords } from "../zones-words.ts";

/** A zone: how far it is, where it lies and who leads it; opens the map at its facade. */
export function ZoneRow({ zone, children }: { zone: Zone; children?: ReactNode }) {
  const words = useWords(zonesWords);
  const locale = useLocale();
  const { id, name, facade, fromFloor, toFloor, axes, foreman, pct, modules } = zone;
  const place = [
    words.floors(facade.code, fromFloor.code, toFloor.code),
    ...(axes === null ? [] : [words.axes(axes)]),
  ];
  const told = (quantity: string) => formatQuantity(quantity, locale);
  return (
    <div className="card stack" data-testid={`zone-${id}`}>
      <Link to={zoneAddress(zone)} className="stack">
        <span className="spread">
          <b>{name}</b>
          <span className="figure tabular">
            {pct === null ? words.noPlan : formatPercent(pct, 1, locale)}
          </span>
        </span>
        {pct !== null && <ProgressBar label={`${words.done}: ${name}`} pct={pct} />}
        <span className="muted">{place.join(" · ")}</span>
        {modules !== null && (
          <span className="muted tabular">{words.modules(told(modules.done), told(modules.plan))}</span>
        )}
      </Link>
      <span>
        {foreman === null ? (
          <Mark tone="amber">{words.noForeman}</Mark>
        ) : (
          words.foreman(shortName(foreman.fullName))
        )}
      </span>
      {children}
    </div>
  );
}
