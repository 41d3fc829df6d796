import { formatPercent } from "@stsphera/contracts/format";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale } from "../../shared/i18n/locale.ts";
import { prepareBuilding } from "../../shared/ui/building/late-building.tsx";
import { Hero } from "../../shared/ui/hero/hero.tsx";
import { ObjectSections } from "../../shared/ui/object-sections/object-sections.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { StatusMark } from "../../shared/ui/status-mark.tsx";
import { Skeleton } from "../../shared/ui/skeleton.tsx";
import { getObjectDashboard } from "./api/get-object-dashboard.ts";
import { Held } from "./components/held.tsx";
import { Overview } from "./components/overview.tsx";
import "./object-page.css";

const EVERY_MS = 20_000;

/** True once the element has left the window upwards. */
function useScrolledAway() {
  const place = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const watch = new IntersectionObserver(([entry]) =>
      setAway(entry !== undefined && !entry.isIntersecting),
    );
    watch.observe(element);
    return () => watch.disconnect();
  });
  return { place, away };
}

/** One object: its building, its number, and the sections that exist. */
export default function ObjectPage({ id }: { id: number }) {
  const locale = useLocale();
  const { place, away } = useScrolledAway();
  useEffect(prepareBuilding, []);
  const query = useQuery({
    queryKey: queryKeys.objectDashboard(id),
    queryFn: () => getObjectDashboard(id),
    refetchInterval: EVERY_MS,
  });
  return (
    <QueryView query={query} loading={<Skeleton hero />}>
      {(dashboard) => (
        <>
          <PageHeader title={dashboard.object.name} aside={<StatusMark status={dashboard.object.status} />} />
          <div ref={place}>
            {dashboard.facades.length > 0 && <Hero dashboard={dashboard} leads="parts" />}
          </div>
          <ObjectSections
            id={id}
            here="overview"
            folded={
              away && dashboard.facades.length > 0 ? formatPercent(dashboard.progress.pct, 1, locale) : null
            }
          />
          {dashboard.object.status === "on_hold" && <Held id={id} />}
          <Overview dashboard={dashboard} />
        </>
      )}
    </QueryView>
  );
}
