import type { ReactNode } from "react";
import { Chips } from "../../shared/ui/chip.tsx";
import { useQueryState } from "../use-query-state.ts";
import { FilterSelect } from "./filter-select.tsx";
import { SearchField } from "./search-field.tsx";

type FilterProps<V extends string> = {
  /** The parameter of the address that keeps it. */
  name: string;
  label: string;
  /** The first is the usual one, which the address does not name. */
  values: readonly [V, ...V[]];
  say: (value: V) => string;
  testId?: string;
};

/** A filter of a list, kept in the address. */
export function AddressFilter<V extends string>({ name, label, values, say, testId }: FilterProps<V>) {
  const { choose, set } = useQueryState();
  const [usual] = values;
  return (
    <FilterSelect
      label={label}
      options={values.map((value) => ({ value, text: say(value) }))}
      chosen={choose(name, values, usual)}
      onChoose={(value) => set({ [name]: value === usual ? "" : value })}
      testId={testId ?? `filter-${name}`}
    />
  );
}

type Props = {
  /** What the search looks for, as its label says; it is kept in the address as `search`. */
  search: string;
  /** Names the filters beside it, if there are any. */
  label?: string;
  children?: ReactNode;
  /** What is said below them. */
  note?: ReactNode;
};

/** The search and the filters above a list. */
export function ListFilters({ search, label, children, note }: Props) {
  const { get, set } = useQueryState();
  return (
    <div className="section">
      <SearchField value={get("search")} label={search} onChange={(value) => set({ search: value.trim() })} />
      {label !== undefined && <Chips label={label}>{children}</Chips>}
      {note}
    </div>
  );
}
