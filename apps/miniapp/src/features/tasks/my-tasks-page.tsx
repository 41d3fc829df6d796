import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { FilterChips } from "../../kit/list/filter-chips.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { listMyTasks } from "./api/task-lists.ts";
import { TaskRow } from "./components/task-row.tsx";
import { taskWords } from "./task-words.ts";
import { useStateFilter } from "./use-state-filter.tsx";

const LISTS = ["assignee", "creator", "blocker"] as const;

/** Tasks of a person over all objects: what he has, what he gave, what waits for him. */
export default function MyTasksPage() {
  const words = useWords(taskWords);
  const { choose, set } = useQueryState();
  const { isUsual, filter, select } = useStateFilter();
  const role = choose("list", LISTS, "assignee");
  const filters = { role, ...filter };
  const list = useEntityList(queryKeys.tasks("mine", filters), (cursor) => listMyTasks(filters, cursor));
  return (
    <>
      <PageHeader title={words.mine} />
      <div className="section">
        <FilterChips
          label={words.lists.label}
          options={LISTS.map((value) => ({ value, text: words.lists[value] }))}
          chosen={role}
          onChoose={(value) => set({ list: value === "assignee" ? "" : value })}
        />
        <div className="filters">{select}</div>
      </div>
      <EntityList
        list={list}
        keyOf={({ id }) => id}
        renderRow={(task) => <TaskRow task={task} withObject />}
        empty={{ title: words.empty, line: isUsual ? words.emptyMine : words.emptyFiltered }}
        testId="my-tasks"
      />
    </>
  );
}
