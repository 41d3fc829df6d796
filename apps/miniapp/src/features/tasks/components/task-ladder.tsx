import type { TaskCard } from "@stsphera/contracts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { clockOf, dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { taskWords } from "../task-words.ts";

/** Whom the lateness of a task was told, when, and who is told next. */
export function TaskLadder({ ladder }: Pick<TaskCard, "ladder">) {
  const words = useWords(taskWords);
  const locale = useLocale();
  if (ladder === null || ladder === undefined) return null;
  const { told, next } = ladder;
  return (
    <section className="section" data-testid="task-ladder">
      <h2 className="cap">{words.ladder}</h2>
      <ul className="stack tabular">
        {told.map(({ level, lateDays, at }) => (
          <li key={level} className="spread" data-testid={`ladder-${level}`}>
            <span>
              {words.level(lateDays)} · {words.whom[level]}
            </span>
            <span className="muted">
              {sayDay(dayOf(at), locale)}, {clockOf(at)}
            </span>
          </li>
        ))}
        {next !== null && (
          <li className="spread muted" data-testid="ladder-next">
            <span>
              {words.level(next.level)} · {words.whom[next.level]}
            </span>
            <span>{words.nextLevel(sayDay(next.day, locale))}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
