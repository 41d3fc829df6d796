import { formatPercent } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";
import { facadeWords } from "../facade-words.ts";
import type { MapFacade } from "../map/stage.ts";

type Props = { facades: readonly MapFacade[]; linkTo: (facadeId: number) => string };

/** More facades than a phone has room for: one is chosen first. */
export function FacadePicker({ facades, linkTo }: Props) {
  const locale = useLocale();
  const words = useWords(facadeWords);
  return (
    <section className="section">
      <h2 className="cap">{words.pick}</h2>
      {facades.map((facade) => (
        <Link key={facade.id} to={linkTo(facade.id)} className="card stack" testId={`pick-${facade.id}`}>
          <span className="spread">
            <b>{facade.name}</b>
            <b className="tabular">{formatPercent(facade.pct, 1, locale)}</b>
          </span>
          <ProgressBar label={facade.name} pct={facade.pct} />
        </Link>
      ))}
    </section>
  );
}
