import type { TaskSummary } from "@stsphera/contracts";
import { dayInWords, shortName } from "@stsphera/contracts/format";
import { Link } from "../../../shared/ui/link.tsx";
import { PRIORITY_CAPTIONS } from "@stsphera/contracts/tasks/captions";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { taskWords } from "../task-words.ts";
import { stateCaption } from "../../../shared/i18n/state-caption.ts";

const TONES: Readonly<Record<TaskSummary["status"], MarkTone>> = {
  new: "violet",
  assigned: "violet",
  in_progress: "green",
  review: "violet",
  done: "muted",
  blocked: "amber",
  cancelled: "muted",
};

export function TaskState({ task }: { task: Pick<TaskSummary, "status"> }) {
  const locale = useLocale();
  return <Mark tone={TONES[task.status]}>{stateCaption("task", task.status, locale)}</Mark>;
}

/** The deadline in words; of a late task how late it is. */
export function useDue() {
  const locale = useLocale();
  const words = useWords(taskWords);
  const today = dayOf(serverNow());
  return ({ deadline, flags, lateDays }: Pick<TaskSummary, "deadline" | "flags" | "lateDays">): string => {
    if (deadline === null) return words.noDeadline;
    return flags.overdue ? words.overdue(lateDays) : dayInWords(deadline, today, locale);
  };
}

/** Importance that is said in a list. */
const URGENT: ReadonlySet<string> = new Set(["high", "critical"]);

type Props = {
  task: TaskSummary;
  /** Lists of one object do not name it in every row. */
  withObject: boolean;
  selection?: { readonly chosen: boolean; readonly onChoose: () => void };
};

function Content({ task, withObject }: Props) {
  const words = useWords(taskWords);
  const locale = useLocale();
  const due = useDue();
  const { title, assignee, objectName, flags, priority, commentCount } = task;
  const parts = [
    ...(withObject ? [objectName] : []),
    assignee === null ? words.noAssignee : shortName(assignee.fullName),
    ...(URGENT.has(priority) ? [PRIORITY_CAPTIONS[locale][priority]] : []),
    ...(commentCount > 0 ? [words.comments(commentCount)] : []),
  ];
  return (
    <>
      <span className="spread">
        <b className="task-row-title">{title}</b>
        <TaskState task={task} />
      </span>
      <span className="muted">{parts.join(" · ")}</span>
      {flags.overdue ? <Mark tone="red">{due(task)}</Mark> : <span className="muted">{due(task)}</span>}
    </>
  );
}

/** A task in a list: opens it, or is ticked while several are chosen. */
export function TaskRow({ task, withObject, selection }: Props) {
  const content = <Content task={task} withObject={withObject} />;
  if (selection === undefined) {
    return (
      <Link to={`/tasks/${task.id}`} className="card stack" testId={`task-row-${task.id}`}>
        {content}
      </Link>
    );
  }
  return (
    <button
      type="button"
      className="card stack"
      aria-pressed={selection.chosen}
      onClick={selection.onChoose}
      data-testid={`task-select-${task.id}`}
    >
      {content}
    </button>
  );
}
