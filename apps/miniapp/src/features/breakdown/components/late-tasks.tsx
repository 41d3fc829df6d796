import type { LateTask } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { breakdownWords } from "../breakdown-words.ts";

type Props = {
  tasks: readonly LateTask[];
  title?: string;
  all?: { readonly to: string; readonly text: string };
};

/** Overdue tasks, each a link to its screen. */
export function LateTasks({ tasks, title, all }: Props) {
  const words = useWords(breakdownWords);
  const rows = tasks.map((task) => (
    <Link key={task.id} to={`/tasks/${task.id}`} className="card spread" testId="late-task">
      <span>{task.title}</span>
      <Mark tone="red">{words.lateBy(task.lateDays)}</Mark>
    </Link>
  ));
  if (title === undefined) return <>{rows}</>;
  return (
    <section className="section">
      <h2 className="cap">{title}</h2>
      {rows}
      {all !== undefined && (
        <Link to={all.to} className="plain-button" testId="all-late">
          {all.text}
        </Link>
      )}
    </section>
  );
}
