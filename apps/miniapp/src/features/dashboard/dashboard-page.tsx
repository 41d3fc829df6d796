import type { Dashboard } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useSession } from "../../shared/api/session.ts";
import { dashboardWords } from "../../shared/i18n/dashboard-words.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { prepareBuilding } from "../../shared/ui/building/late-building.tsx";
import { Hero } from "../../shared/ui/hero/hero.tsx";
import { NobodyConfirms } from "../../shared/ui/nobody-confirms.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { TaskCounts } from "../../shared/ui/task-counts.tsx";
import { Skeleton } from "../../shared/ui/skeleton.tsx";
import { getDashboard } from "../../shared/requests/get-dashboard.ts";
import { ObjectList } from "./components/object-list.tsx";
import { ShiftBlock } from "./components/shift-block.tsx";
import { WaitingList } from "./components/waiting-list.tsx";

const EVERY_MS = 20_000;
/** Who works on site, or stands in for one who does, sees the shift; who watches sees the days late first. */
const TAKES_FACTS = new Set(["active", "completing"]);
const WATCHES = new Set(["director", "curator"]);

function useRole(): string {
  const session = useSession();
  return session.kind === "active" ? (session.user.role ?? "") : "";
}

function Content({ dashboard, onRefresh }: { dashboard: Dashboard; onRefresh: () => void }) {
  const words = useWords(dashboardWords);
  const shell = useWords(shellWords);
  const role = useRole();
  const { hero, objects, objectsTotal, waiting } = dashboard;
  if (objectsTotal === 0 && waiting.decisions.person === 0) {
    const action = { text: shell.refresh, onPress: onRefresh };
    return (
      <>
        <NoticeBlock title={words.empty} line={words.emptyLine} action={action} testId="empty" />
        <WaitingList waiting={waiting} />
      </>
    );
  }
  const hasLate = (hero?.tasks?.overdue ?? 0) > 0;
  return (
    <div className="two-columns">
      <div>
        {hero && <Hero dashboard={hero} lateFirst={WATCHES.has(role)} leads="open" />}
        {hero && TAKES_FACTS.has(hero.object.status) && hero.object.onSite === true && (
          <ShiftBlock objectId={hero.object.id} />
        )}
      </div>
      <div>
        {hero && <NobodyConfirms dashboard={hero} />}
        <WaitingList waiting={waiting} />
        {hero && (
          <section className="section">
            {hasLate && <h2 className="cap">{hero.object.name}</h2>}
            <TaskCounts dashboard={hero} lateOnly />
          </section>
        )}
        {objects.length > 0 && <ObjectList objects={objects} objectsTotal={objectsTotal} />}
      </div>
    </div>
  );
}

/** Is it all right today? */
export function DashboardPage() {
  const words = useWords(dashboardWords);
  useEffect(prepareBuilding, []);
  const query = useQuery({
    queryKey: queryKeys.dashboard(),
    queryFn: getDashboard,
    refetchInterval: EVERY_MS,
  });
  return (
    <>
      <h1 className="visually-hidden">{words.title}</h1>
      <QueryView query={query} loading={<Skeleton hero />}>
        {(dashboard) => <Content dashboard={dashboard} onRefresh={() => void query.refetch()} />}
      </QueryView>
    </>
  );
}
