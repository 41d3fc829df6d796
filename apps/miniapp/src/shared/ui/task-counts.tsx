import type { ObjectDashboard } from "@stsphera/contracts";
import { useWords } from "../i18n/locale.ts";
import { progressWords } from "../i18n/progress-words.ts";
import { Link } from "./link.tsx";
import { Mark } from "./mark.tsx";

type Props = { dashboard: Pick<ObjectDashboard, "object" | "tasks">; lateOnly?: boolean };

/** How many tasks of an object are open and how many late; each number opens the tasks it counts. */
export function TaskCounts({ dashboard: { object, tasks }, lateOnly = false }: Props) {
  const words = useWords(progressWords);
  const path = `/objects/${object.id}/tasks`;
  if (tasks === undefined || tasks === null) return null;
  return (
    <>
      {tasks.overdue > 0 && (
        <Link to={`${path}?state=overdue`} className="card spread" testId="overdue-tasks">
          <b>{words.lateTasks}</b>
          <Mark tone="red">{words.tasks(tasks.overdue)}</Mark>
        </Link>
      )}
      {!lateOnly && tasks.open > 0 && (
        <Link to={path} className="card spread" testId="open-tasks">
          <b>{words.openTasks}</b>
          <span className="tabular">{tasks.open}</span>
        </Link>
      )}
    </>
  );
}
