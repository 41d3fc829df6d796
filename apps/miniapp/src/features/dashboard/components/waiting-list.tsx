import type { Dashboard } from "@stsphera/contracts";
import type { ApprovalKind } from "@stsphera/contracts/vocabulary";
import { dashboardWords } from "../../../shared/i18n/dashboard-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { waitingKinds } from "../../../shared/i18n/waiting-kinds.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";

type Waiting = Dashboard["waiting"];

function CountRow(row: { title: string; line: string | number; to: string; testId: string }) {
  return (
    <Link to={row.to} className="card spread" testId={row.testId}>
      <b>{row.title}</b>
      <Mark tone="violet">{row.line}</Mark>
    </Link>
  );
}

/** What waits for the reader's decision, by kind, as `/waiting` lists it: each number opens exactly what it counts. */
function Decisions({ decisions }: Pick<Waiting, "decisions">) {
  const words = useWords(dashboardWords);
  const captions = useWords(waitingKinds);
  const kinds = Object.entries(decisions) as [ApprovalKind, number][];
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.waiting}</h2>
        <Link to="/waiting" className="plain-button" testId="waiting-all">
          {words.allWaiting(total)}
        </Link>
      </div>
      {kinds
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => (
          <CountRow
            key={kind}
            title={captions[kind]}
            line={count}
            to={`/waiting?kind=${kind}`}
            testId={`waiting-${kind}`}
          />
        ))}
    </section>
  );
}

/** What waits for the reader's decision, and what is theirs to do. */
export function WaitingList({ waiting }: { waiting: Waiting }) {
  const words = useWords(dashboardWords);
  const { decisions, tasks, tasksToday, unread } = waiting;
  return (
    <>
      <Decisions decisions={decisions} />
      {tasks + unread > 0 && (
        <section className="section">
          <h2 className="cap">{words.own}</h2>
          {tasks > 0 && (
            <CountRow
              title={words.tasks}
              line={tasksToday > 0 ? words.tasksToday(tasks, tasksToday) : tasks}
              to="/tasks"
              testId="waiting-tasks"
            />
          )}
          {unread > 0 && (
            <CountRow title={words.unread} line={unread} to="/notifications" testId="waiting-unread" />
          )}
        </section>
      )}
    </>
  );
}
