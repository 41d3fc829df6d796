import type { Dashboard } from "@stsphera/contracts";
import { dashboardWords } from "../../../shared/i18n/dashboard-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";

type Row = {
  readonly name: string;
  readonly count: number;
  readonly title: string;
  readonly line: string;
  readonly path: string;
};

/** Decisions, which `/waiting` lists, and what is the reader's own, each in its list. */
function rowsOf(
  waiting: Dashboard["waiting"],
  words: (typeof dashboardWords)["ru"],
): { decisions: readonly Row[]; own: readonly Row[] } {
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
  const decisions: readonly Row[] = [
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
    {
      name: "people",
      count: peopleToApprove,
      title: words.people,
      line: words.peopleLine(peopleToApprove),
      path: "/waiting?kind=person",
    },
  ];
  const own: readonly Row[] = [
    { name: "tasks", count: tasks, title: words.tasks, line: today, path: "/tasks" },
    { name: "unread", count: unread, title: words.unread, line: String(unread), path: "/notifications" },
  ];
  return { decisions: decisions.filter(isSome), own: own.filter(isSome) };
}

const isSome = ({ count }: Row) => count > 0;

const toLink = ({ name, title, line, path }: Row) => (
  <Link key={name} to={path} className="card spread" testId={`waiting-${name}`}>
    <b>{title}</b>
    <Mark tone="violet">{line}</Mark>
  </Link>
);

/** What waits for the reader's decision, by kind, and what is theirs to do: each number opens exactly what it counts. */
export function WaitingList({ waiting }: { waiting: Dashboard["waiting"] }) {
  const words = useWords(dashboardWords);
  const { decisions, own } = rowsOf(waiting, words);
  return (
    <>
      {decisions.length > 0 && (
        <section className="section">
          <div className="spread">
            <h2 className="cap">{words.waiting}</h2>
            <Link to="/waiting" className="plain-button" testId="waiting-all">
              {words.allWaiting}
            </Link>
          </div>
          {decisions.map(toLink)}
        </section>
      )}
      {own.length > 0 && (
        <section className="section">
          <h2 className="cap">{words.own}</h2>
          {own.map(toLink)}
        </section>
      )}
    </>
  );
}
