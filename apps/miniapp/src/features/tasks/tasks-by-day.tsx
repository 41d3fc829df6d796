import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { Link } from "../../shared/ui/link.tsx";
import { listMyTasks } from "./api/task-lists.ts";
import { TaskRow } from "./components/task-row.tsx";
import { dayGroupOf, groupHeads } from "./by-day.ts";
import { taskWords } from "./task-words.ts";

const OPEN = { role: "assignee", state: "open" };

/** The reader's own open tasks over all objects, by day. */
export function TasksByDay() {
  const words = useWords(taskWords).byDay;
  const list = useEntityList(queryKeys.tasks("mine", OPEN), (cursor) => listMyTasks(OPEN, cursor));
  const today = dayOf(serverNow());
  const heads = groupHeads(list.items ?? [], (task) => dayGroupOf(task, today));
  return (
    <EntityList
      list={list}
      keyOf={({ id }) => id}
      renderRow={(task) => {
        const head = heads.get(task.id);
        return (
          <div className="stack">
            {head !== undefined && <h2 className="cap">{words.days[head]}</h2>}
            <TaskRow task={task} withObject />
          </div>
        );
      }}
      empty={{ title: words.empty, line: words.emptyLine }}
      foot={
        <section className="section">
          <Link to="/tasks" className="plain-button" testId="all-tasks">
            {words.all}
          </Link>
        </section>
      }
      testId="tasks-by-day"
    />
  );
}
