import { FilterSelect } from "../../kit/list/filter-select.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { taskWords } from "./task-words.ts";

const STATES = ["open", "overdue", "today", "week", "finished"] as const;
type State = (typeof STATES)[number];

/** The filter of a list of tasks by where they stand, as the API asks for it. */
const filterOf = (state: State): Readonly<Record<string, string>> =>
  state === "open" || state === "finished" ? { state } : { state: "open", due: state };

/** Chooses by state and deadline; kept in the address. */
export function useStateFilter() {
  const words = useWords(taskWords).states;
  const { choose, set } = useQueryState();
  const state = choose("state", STATES, "open");
  const select = (
    <FilterSelect
      label={words.label}
      options={STATES.map((value) => ({ value, text: words[value] }))}
      chosen={state}
      onChoose={(value) => set({ state: value === "open" ? "" : value })}
      testId="filter-state"
    />
  );
  return { isUsual: state === "open", filter: filterOf(state), select };
}
