import type { Dashboard } from "@stsphera/contracts";
import { dashboardWords } from "../../../shared/i18n/dashboard-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";

type Row = { readonly name: string; readonly title: string; readonly line: string; readonly path: string };

function rowsOf(waiting: Dashboard["waiting"], words: (typeof dashboardWords)["ru"]): Row[] {
  const {
    factsToConfirm,
    tasksToJudge,
    reschedules,
    tasks,
    tasksToday,
    peopleToApprove = 0,
    unread,
  } = waiting;
  const today = tasksToday > 0 ? words.tasksToday(tasks, tasksToday) : String(tasks);
  const rows: readonly (Row & { readonly count: number })[] = [
    {
      name: "facts",
      count: factsToConfirm,
      title: words.facts,
      line: words.factsLine(factsToConfirm),
      path: "/waiting?kind=fact_days",
    },
    {
      name: "judge",
      count: tasksToJudge,
      title: words.judge,
      line: String(tasksToJudge),
      path: "/waiting?kind=task_to_judge",
    },
    {
      name: "reschedules",
      count: reschedules,
      title: words.reschedules,
      line: String(reschedules),
      path: "/waiting?kind=reschedule",
    },
    { name: "tasks", count: tasks, title: words.tasks, line: today, path: "/tasks" },
    {
      name: "people",
      count: peopleToApprove,
      title: words.people,
      line: words.peopleLine(peopleToApprove),
      path: "/waiting?kind=person",
    },
    { name: "unread", count: unread, title: words.unread, line: String(unread), path: "/notifications" },
  ];
  return rows.filter(({ count }) => count > 0);
}

/** What waits for the reader, split by kind; each number opens what it counts, and nothing stands here when nothing waits. */
export function WaitingList({ waiting }: { waiting: Dashboard["waiting"] }) {
  const words = useWords(dashboardWords);
  const rows = rowsOf(waiting, words);
  if (rows.length === 0) return null;
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.waiting}</h2>
        <Link to="/waiting" className="plain-button" testId="waiting-all">
          {words.allWaiting}
        </Link>
      </div>
      {rows.map(({ name, title, line, path }) => (
        <Link key={name} to={path} className="card spread" testId={`waiting-${name}`}>
          <b>{title}</b>
          <Mark tone="violet">{line}</Mark>
        </Link>
      ))}
    </section>
  );
}
