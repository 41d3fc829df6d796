import { useQuery } from "@tanstack/react-query";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { getFigures } from "../api/get-mine.ts";
import { useMe } from "./profile-frame.tsx";
import { profileKeys } from "../profile-keys.ts";
import { profileWords } from "../profile-words.ts";

/** With fewer things than this behind it a figure would say more than is known. */
const ENOUGH = 3;

/** Whether the reader enters facts anywhere: others have no such figure. */
function useEntersFacts(): boolean {
  return useMe()?.objects.some(({ permissions }) => permissions.includes("fact.enter")) ?? false;
}

export const useFigures = () => useQuery({ queryKey: profileKeys.figures, queryFn: getFigures });

/** How the reader kept his days and deadlines, and how soon he answers, over 30 days. */
export function Figures() {
  const words = useWords(profileWords).figures;
  const query = useFigures();
  const entersFacts = useEntersFacts();
  const few = (count: number, say: (count: number) => string): string | null => {
    if (count >= ENOUGH) return null;
    return count === 0 ? words.none : words.few(say(count));
  };
  return (
    <section className="section">
      <h2 className="cap">{words.title}</h2>
      <QueryView query={query}>
        {({ facts, tasks, reaction }) => {
          const due = tasks.doneOnTime + tasks.doneLate;
          return (
            <Lines>
              {(entersFacts || facts.shifts > 0) && (
                <Line label={words.facts} testId="figure-facts">
                  {few(facts.shifts, words.shifts) ?? words.ofShifts(facts.onTime, facts.shifts)}
                </Line>
              )}
              <Line label={words.tasks} testId="figure-tasks">
                {few(due, words.count) ?? words.ofTasks(tasks.doneOnTime, due)}
              </Line>
              <Line label={words.reaction} testId="figure-reaction">
                {few(reaction.tasks, words.count) ?? words.mean(reaction.meanMinutes ?? 0)}
              </Line>
              {tasks.overdueNow > 0 && (
                <Line label={words.overdue} to="/tasks?state=overdue" testId="figure-overdue">
                  {tasks.overdueNow}
                </Line>
              )}
            </Lines>
          );
        }}
      </QueryView>
    </section>
  );
}
