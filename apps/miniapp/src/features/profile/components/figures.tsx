import { useQuery } from "@tanstack/react-query";
import { Line, Lines } from "../../../kit/entity/lines.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { getFigures, getMe } from "../api/get-mine.ts";
import { profileKeys } from "../profile-keys.ts";
import { profileWords } from "../profile-words.ts";

/** With fewer things than this behind it a figure would say more than is known. */
const ENOUGH = 3;

/** Whether the reader enters facts anywhere: others have no such figure. */
function useEntersFacts(): boolean {
  const { data } = useQuery({ queryKey: profileKeys.me, queryFn: getMe });
  return data?.objects.some(({ permissions }) => permissions.includes("fact.enter")) ?? false;
}

/** How the reader kept his days and deadlines, and how soon he answers, over 30 days. */
export function Figures() {
  const words = useWords(profileWords).figures;
  const query = useQuery({ queryKey: profileKeys.figures, queryFn: getFigures });
  const entersFacts = useEntersFacts();
  return (
    <section className="section">
      <h2 className="cap">{words.title}</h2>
      <QueryView query={query} loading={<Skeleton rows={3} />}>
        {({ facts, tasks, reaction }) => {
          const due = tasks.doneOnTime + tasks.doneLate;
          const { meanMinutes } = reaction;
          const isAnswered = meanMinutes !== null && reaction.tasks >= ENOUGH;
          return (
            <Lines>
              {(entersFacts || facts.shifts > 0) && (
                <Line label={words.facts} testId="figure-facts">
                  {facts.shifts < ENOUGH
                    ? words.few(words.shifts(facts.shifts))
                    : words.ofShifts(facts.onTime, facts.shifts)}
                </Line>
              )}
              <Line label={words.tasks} testId="figure-tasks">
                {due < ENOUGH ? words.few(words.count(due)) : words.ofTasks(tasks.doneOnTime, due)}
              </Line>
              <Line label={words.reaction} testId="figure-reaction">
                {isAnswered ? words.mean(meanMinutes) : words.few(words.count(reaction.tasks))}
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
