import { EXTRA_STAGE_CAPTIONS } from "@stsphera/contracts/extra-works/captions";
import { EXTRA_STAGES } from "@stsphera/contracts/vocabulary";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { FilterSelect } from "../../kit/list/filter-select.tsx";
import { SearchField } from "../../kit/list/search-field.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { Chips } from "../../shared/ui/chip.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { listAllExtras } from "./api/extra-requests.ts";
import { ExtraRow } from "./components/extra-row.tsx";
import { ExtraTotals } from "./components/extra-totals.tsx";
import { extraWords } from "./extra-words.ts";
import { EXTRA_STATES } from "./extra-states.ts";

const STAGES = ["any", ...EXTRA_STAGES] as const;

/** Extra works of all objects by their age: without a written notice nobody pays for them. */
export default function AllExtrasPage() {
  const words = useWords(extraWords);
  const captions = EXTRA_STAGE_CAPTIONS[useLocale()];
  const { get, choose, set } = useQueryState();
  const [state, stage, search] = [
    choose("state", EXTRA_STATES, "open"),
    choose("stage", STAGES, "any"),
    get("search"),
  ];
  const filters = { state, ...(stage === "any" ? {} : { stage }), ...(search === "" ? {} : { search }) };
  const list = useEntityList(queryKeys.extras("all", filters), (cursor) => listAllExtras(filters, cursor));
  const isFiltered = search !== "" || stage !== "any" || state !== "open";
  return (
    <>
      <PageHeader title={words.title} />
      <div className="section">
        <SearchField
          value={search}
          label={words.search}
          onChange={(value) => set({ search: value.trim() })}
        />
        <Chips label={words.filters}>
          <FilterSelect
            label={words.state}
            options={EXTRA_STATES.map((value) => ({ value, text: words.states[value] }))}
            chosen={state}
            onChoose={(value) => set({ state: value === "open" ? "" : value })}
            testId="filter-state"
          />
          <FilterSelect
            label={words.way}
            options={STAGES.map((value) => ({
              value,
              text: value === "any" ? words.anyStage : captions[value],
            }))}
            chosen={stage}
            onChoose={(value) => set({ stage: value === "any" ? "" : value })}
            testId="filter-stage"
          />
        </Chips>
        <ExtraTotals filters={filters} />
      </div>
      <EntityList
        list={list}
        keyOf={({ id }) => id}
        renderRow={(extra) => <ExtraRow extra={extra} withObject />}
        empty={
          isFiltered
            ? { title: words.emptyFiltered, line: words.emptyFilteredLine }
            : { title: words.empty, line: words.emptyLine }
        }
        testId="all-extras"
      />
    </>
  );
}
