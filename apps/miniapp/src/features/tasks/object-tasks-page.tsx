import type { TaskSummary } from "@stsphera/contracts";
import { useState } from "react";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { FilterSelect } from "../../kit/list/filter-select.tsx";
import { SearchField } from "../../kit/list/search-field.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { useObjectTeam } from "../../kit/people/use-object-team.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip } from "../../shared/ui/chip.tsx";
import { ObjectSections } from "../../shared/ui/object-sections/object-sections.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { listObjectTasks } from "./api/task-lists.ts";
import { BulkAssign } from "./components/bulk-assign.tsx";
import { NewTaskSheet } from "./components/new-task-sheet.tsx";
import { TaskRow } from "./components/task-row.tsx";
import { taskWords } from "./task-words.ts";
import { useStateFilter } from "./use-state-filter.tsx";

/** Tasks that can be given to somebody; others cannot be chosen. */
const ASSIGNABLE: ReadonlySet<string> = new Set(["new", "assigned", "in_progress"]);
const WHOSE = ["everyone", "me", "none", "given"] as const;
const SORTS = ["deadline", "-createdAt"] as const;
type Whose = (typeof WHOSE)[number];

const byPerson = (whose: Whose): Readonly<Record<string, string>> => {
  if (whose === "everyone") return {};
  return whose === "given" ? { creator: "me" } : { assignee: whose };
};

/** Tasks of one object, searched, filtered and sorted; several are given to a person at once. */
export default function ObjectTasksPage({ id }: { id: number }) {
  const words = useWords(taskWords);
  const { get, choose, set } = useQueryState();
  const { isUsual, filter, select } = useStateFilter();
  const { permissions, name, team } = useObjectTeam(id);
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const whose = choose("whose", WHOSE, "everyone");
  const sort = choose("sort", SORTS, "deadline");
  const search = get("search");
  const person = team.find(({ userId }) => String(userId) === get("assignee"));
  const filters = {
    search,
    sort,
    ...filter,
    ...(get("assignee") === "" ? byPerson(whose) : { assignee: get("assignee") }),
  };
  const list = useEntityList(queryKeys.tasks(id, filters), (cursor) => listObjectTasks(id, filters, cursor));
  const picked = (list.items ?? []).filter((task) => chosen?.has(task.id) === true);
  const toggle = (task: TaskSummary) => {
    const next = new Set(chosen);
    if (!next.delete(task.id)) next.add(task.id);
    setChosen(next);
  };
  const mayCreate = permissions.has("task.create");
  const isFiltered = search !== "" || !isUsual || whose !== "everyone" || get("assignee") !== "";
  return (
    <>
      <PageHeader title={name === "" ? words.title : `${words.title} · ${name}`} />
      <ObjectSections id={id} here="tasks" />
      <div className="section">
        <SearchField
          value={search}
          label={words.search}
          onChange={(value) => set({ search: value.trim() })}
        />
        <div className="filters" role="group" aria-label={words.filters}>
          {select}
          <FilterSelect
            label={words.whose.label}
            options={WHOSE.map((value) => ({ value, text: words.whose[value] }))}
            chosen={whose}
            onChoose={(value) => set({ whose: value === "everyone" ? "" : value, assignee: "" })}
            testId="filter-whose"
          />
          <FilterSelect
            label={words.sorts.label}
            options={SORTS.map((value) => ({ value, text: words.sorts[value] }))}
            chosen={sort}
            onChoose={(value) => set({ sort: value === "deadline" ? "" : value })}
            testId="sort"
          />
          {person !== undefined && (
            <Chip pressed onPress={() => set({ assignee: "" })} testId="filter-person">
              {person.fullName} ✕
            </Chip>
          )}
          {mayCreate && (
            <Chip
              pressed={chosen !== null}
              onPress={() => setChosen(chosen === null ? new Set() : null)}
              testId="select"
            >
              {words.select}
            </Chip>
          )}
        </div>
      </div>
      <EntityList
        list={list}
        keyOf={(task) => task.id}
        renderRow={(task) => (
          <TaskRow
            task={task}
            withObject={false}
            {...(chosen === null || !ASSIGNABLE.has(task.status)
              ? {}
              : { selection: { chosen: chosen.has(task.id), onChoose: () => toggle(task) } })}
          />
        )}
        empty={{ title: words.empty, line: isFiltered ? words.emptyFiltered : words.emptyObject }}
        testId="object-tasks"
      />
      {mayCreate && chosen === null && !adding && (
        <ActionBar
          ofPage
          text={words.newTask}
          enabled
          busy={false}
          onPress={() => setAdding(true)}
          testId="new-task"
        />
      )}
      {picked.length > 0 && <BulkAssign objectId={id} tasks={picked} onDone={() => setChosen(null)} />}
      {adding && <NewTaskSheet objectId={id} onClose={() => setAdding(false)} />}
    </>
  );
}
