import type { FacadeMap } from "@stsphera/contracts";
import { formatPercent, formatQuantity, ofUnit, shortWorkName } from "@stsphera/contracts/format";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { listWorksAt, type Place } from "../api/facade-requests.ts";
import { facadeKeys } from "../api/facade-keys.ts";
import { facadeWords } from "../facade-words.ts";

type Props = {
  objectId: number;
  place: Place;
  work: FacadeMap["work"];
  works: FacadeMap["works"];
  linkTo: (workTypeId: number) => string;
};

/** The works of a floor, each opens its own line; those of a chosen group alone, where the floor has any. */
export function CellWorks({ objectId, place, work, works, linkTo }: Props) {
  const locale = useLocale();
  const words = useWords(facadeWords);
  const query = useQuery({
    queryKey: facadeKeys.worksAt(objectId, place.facadeId, place.floorId),
    queryFn: () => listWorksAt(objectId, place),
  });
  const grouped = new Set(works.filter(({ group }) => group === work).map(({ id }) => id));
  return (
    <QueryView query={query}>
      {({ items }) => {
        const own = items.filter(({ workType }) => grouped.has(workType.id));
        const shown = own.length > 0 ? own : items;
        if (shown.length === 0) return <p>{words.noWorks}</p>;
        return (
          <section className="stack">
            {own.length === 0 && work !== "all" && <p>{words.noSuchWork}</p>}
            <h3 className="cap">{words.worksHere}</h3>
            {shown.map(({ id, workType, factQty, planQty, pct }) => (
              <Link
                key={id}
                to={linkTo(workType.id)}
                replace
                className="card stack"
                testId={`work-${workType.id}`}
              >
                <span className="spread">
                  <b>{shortWorkName(workType.name)}</b>
                  <span className="tabular">{formatPercent(pct, 1, locale)}</span>
                </span>
                <ProgressBar label={shortWorkName(workType.name)} pct={pct} />
                <span className="muted tabular">
                  {words.of(formatQuantity(factQty, locale), ofUnit(planQty, workType.unit, locale))}
                </span>
              </Link>
            ))}
          </section>
        );
      }}
    </QueryView>
  );
}
