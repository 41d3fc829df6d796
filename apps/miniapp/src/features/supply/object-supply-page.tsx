import { useQuery } from "@tanstack/react-query";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { AddressFilter, ListFilters } from "../../kit/list/list-filters.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { listSupply } from "./api/supply-requests.ts";
import { NewSupplySheet } from "./components/new-supply-sheet.tsx";
import { SupplyRow } from "./components/supply-row.tsx";
import { supplyWords } from "./supply-words.ts";

const STATES = ["open", "coming", "finished", "all"] as const;
const LATE = ["any", "late"] as const;
const WHOSE = ["everyone", "me"] as const;

/** Orders of an object, the newest first. */
export default function ObjectSupplyPage({ id }: { id: number }) {
  const words = useWords(supplyWords);
  const { get, choose, set } = useQueryState();
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) }).data;
  const state = choose("state", STATES, "open");
  const isLate = choose("late", LATE, "any") === "late";
  const isMine = choose("whose", WHOSE, "everyone") === "me";
  const [search, isNew] = [get("search"), get("new") !== ""];
  const filters = {
    state,
    ...(isLate ? { late: "true" } : {}),
    ...(isMine ? { requester: "me" } : {}),
    ...(search === "" ? {} : { search }),
  };
  const list = useEntityList(queryKeys.supplies(id, filters), (cursor) => listSupply(id, filters, cursor));
  const isFiltered = Object.keys(filters).length > 1 || state !== "open";
  return (
    <ObjectFrame id={id} title={words.title} here="supply">
      <ListFilters search={words.search} label={words.filters}>
        <AddressFilter
          name="state"
          label={words.state}
          values={STATES}
          say={(value) => words.states[value]}
        />
        <AddressFilter
          name="late"
          label={words.late.label}
          values={LATE}
          say={(value) => words.late[value]}
        />
        <AddressFilter
          name="whose"
          label={words.whose.label}
          values={WHOSE}
          say={(value) => words.whose[value]}
        />
      </ListFilters>
      <EntityList
        list={list}
        keyOf={(order) => order.id}
        renderRow={(order) => <SupplyRow order={order} />}
        empty={
          isFiltered
            ? { title: words.emptyFiltered, line: words.emptyFilteredLine }
            : { title: words.empty, line: words.emptyLine }
        }
        testId="supply"
      />
      {object?.can.permissions.includes("supply.request") === true && !isNew && (
        <ActionBar
          ofPage
          text={words.add}
          enabled
          busy={false}
          onPress={() => set({ new: "1" })}
          testId="new-supply"
        />
      )}
      {isNew && object !== undefined && <NewSupplySheet object={object} onClose={() => set({ new: "" })} />}
    </ObjectFrame>
  );
}
