import { EXTRA_STAGE_CAPTIONS } from "@stsphera/contracts/extra-works/captions";
import { EXTRA_STAGES } from "@stsphera/contracts/vocabulary";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { AddressFilter, ListFilters } from "../../kit/list/list-filters.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { listAllExtras } from "./api/extra-requests.ts";
import { ExtraRow } from "./components/extra-row.tsx";
import { ExtraTotals, useExtraTotals } from "./components/extra-totals.tsx";
import { extraWords } from "./extra-words.ts";
import { EXTRA_STATES } from "./extra-states.ts";

const STAGES = ["any", ...EXTRA_STAGES] as const;

/** Extra works of all objects by their age: without a written notice nobody pays for them. */
export default function AllExtrasPage() {
  const words = useWords(extraWords);
  const captions = EXTRA_STAGE_CAPTIONS[useLocale()];
  const { get, choose } = useQueryState();
  const [state, stage, search] = [
    choose("state", EXTRA_STATES, "open"),
    choose("stage", STAGES, "any"),
    get("search"),
  ];
  const filters = { state, ...(stage === "any" ? {} : { stage }), ...(search === "" ? {} : { search }) };
  const list = useEntityList(queryKeys.extras("all", filters), (cursor) => listAllExtras(filters, cursor));
  const totals = useExtraTotals(filters);
  const isFiltered = search !== "" || stage !== "any" || state !== "open";
  return (
    <>
      <PageHeader title={words.title} />
      <ListFilters search={words.search} label={words.filters}>
        <AddressFilter
          name="state"
          label={words.state}
          values={EXTRA_STATES}
          say={(value) => words.states[value]}
        />
        <AddressFilter
          name="stage"
          label={words.way}
          values={STAGES}
          say={(value) => (value === "any" ? words.anyStage : captions[value])}
        />
      </ListFilters>
      <EntityList
        list={list}
        awaits={[totals]}
        head={<ExtraTotals totals={totals.data} />}
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
