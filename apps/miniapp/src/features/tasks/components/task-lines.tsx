import type { TaskCard } from "@stsphera/contracts";
import { useState } from "react";
import { PRIORITY_CAPTIONS } from "@stsphera/contracts/tasks/captions";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { sayDay } from "../../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Mark } from "../../../shared/ui/mark.tsx";
import { taskWords } from "../task-words.ts";
import { TaskState, useDue } from "./task-row.tsx";
import "./task-lines.css";

const SHORT_TEXT = 180;

/** What is to be done; long text is folded. */
function TaskText({ text }: { text: string | null }) {
  const words = useWords(taskWords);
  const [open, setOpen] = useState(false);
  if (text === null) return null;
  const long = text.length > SHORT_TEXT || text.split("\n").length > 4;
  return (
    <div>
      <p className={long && !open ? "task-text task-text-short" : "task-text"}>{text}</p>
      {long && (
        <button type="button" className="plain-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.less : words.more}
        </button>
      )}
    </div>
  );
}

/** How a task stands: state and deadline, people, place, what it asks for. */
export function TaskLines({ task }: { task: TaskCard }) {
  const words = useWords(taskWords);
  const locale = useLocale();
  const due = useDue();
  const {
    deadline,
    flags,
    assignee,
    creator,
    objectId,
    objectName,
    priority,
    blocker,
    requiredPhotos,
    photoCount,
  } = task;
  return (
    <section className="section">
      {flags.overdue && <Mark tone="red">{due(task)}</Mark>}
      <h2 className="task-title">{task.title}</h2>
      <div className="task-state">
        <TaskState task={task} />
        {deadline !== null && (
          <span className="muted">
            {flags.overdue ? words.wasDue(sayDay(deadline, locale, "weekday")) : due(task)}
          </span>
        )}
      </div>
      <TaskText text={task.text} />
      <Lines>
        <Line label={words.object} to={`/objects/${objectId}`}>
          {objectName}
        </Line>
        <Line label={words.assignee} testId="task-assignee">
          {assignee?.fullName ?? words.noAssignee}
        </Line>
        <Line label={words.author}>{creator.fullName}</Line>
        {priority !== "normal" && <Line label={words.priority}>{PRIORITY_CAPTIONS[locale][priority]}</Line>}
        {blocker?.user !== undefined && blocker.user !== null && (
          <Line label={words.blocker}>{blocker.user.fullName}</Line>
        )}
        {blocker?.task !== undefined && blocker.task !== null && (
          <Line label={words.blocker} to={`/tasks/${blocker.task.id}`}>
            {blocker.task.title}
          </Line>
        )}
        {requiredPhotos > 0 && (
          <Line label={words.photosNeeded}>{words.ofPhotos(photoCount, requiredPhotos)}</Line>
        )}
      </Lines>
    </section>
  );
}
