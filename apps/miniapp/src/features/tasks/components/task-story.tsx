import type { TaskCard, TaskComment } from "@stsphera/contracts";
import { doerName, shortName } from "@stsphera/contracts/format";
import { TASK_HISTORY } from "@stsphera/contracts/tasks/captions";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { type Happening, Timeline } from "../../../kit/entity/timeline.tsx";
import { sayDay } from "../../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { taskWords, type TaskWords } from "../task-words.ts";
import { TaskFiles } from "./task-files.tsx";

type Props = { task: TaskCard; comments: readonly TaskComment[]; onExpired: () => void };

const withReason = (what: string, reason: string | null): string =>
  reason === null ? what : `${what}: ${reason}`;

function movesOf({ moves }: TaskCard, words: TaskWords, locale: Locale): Happening[] {
  return moves.map(({ id, at, by, onBehalfOf, move, reason, undoneAt }) => ({
    key: `m${id}`,
    at,
    who: doerName({ name: by.fullName, behalf: onBehalfOf?.fullName }, locale),
    what: `${withReason(TASK_HISTORY[locale][move], reason)}${undoneAt === null ? "" : ` · ${words.undone}`}`,
    gone: undoneAt !== null,
  }));
}

function deadlinesOf({ deadlines }: TaskCard, words: TaskWords, locale: Locale): Happening[] {
  return deadlines.map(({ deadline, setBy, setAt }) => ({
    key: `d${setAt}`,
    at: setAt,
    who: shortName(setBy.fullName),
    what: deadline === null ? words.noDeadline : words.deadlineSet(sayDay(deadline, locale)),
  }));
}

function requestsOf({ reschedules }: TaskCard, words: TaskWords, locale: Locale): Happening[] {
  return reschedules.map(({ id, createdAt, requestedBy, toDay, reason, status, decisionReason }) => ({
    key: `r${id}`,
    at: createdAt,
    who: shortName(requestedBy.fullName),
    what: `${withReason(words.asked(sayDay(toDay, locale)), reason)} · ${withReason(words.decided[status], decisionReason)}`,
  }));
}

/** What happened to a task and what was said about it, in one line of time. */
export function TaskStory({ task, comments, onExpired }: Props) {
  const words = useWords(taskWords);
  const locale = useLocale();
  const said = comments.map(({ id, createdAt, author, text, files }) => ({
    key: `c${id}`,
    at: createdAt,
    who: shortName(author.fullName),
    what: (
      <>
        «{text}»
        <TaskFiles files={files} title={task.title} onExpired={onExpired} />
      </>
    ),
  }));
  const happenings = [
    ...movesOf(task, words, locale),
    ...deadlinesOf(task, words, locale),
    ...requestsOf(task, words, locale),
    ...said,
  ];
  return (
    <section className="section">
      <h2 className="cap">{words.story}</h2>
      <Timeline happenings={happenings} />
    </section>
  );
}
