import { SEVERITY_CAPTIONS } from "@stsphera/contracts/defects/captions";
import { DEFECT_SEVERITIES } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { AddressFilter, ListFilters } from "../../kit/list/list-filters.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip } from "../../shared/ui/chip.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { getDefectTotals, listDefects } from "./api/defect-requests.ts";
import { DefectRow } from "./components/defect-row.tsx";
import { NewDefectSheet } from "./components/new-defect-sheet.tsx";
import { Repeats } from "./components/repeats.tsx";
import { defectWords } from "./defect-words.ts";

const STATES = ["open", "finished", "all"] as const;
const SEVERITIES = ["any", ...DEFECT_SEVERITIES] as const;
const WHOSE = ["everyone", "me"] as const;
const TERMS = ["any", "overdue"] as const;

/** Defects of an object: the worst first, then the oldest. */
export default function DefectsPage({ id }: { id: number }) {
  const words = useWords(defectWords);
  const captions = SEVERITY_CAPTIONS[useLocale()];
  const { get, choose, set } = useQueryState();
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) }).data;
  const totals = useQuery({
    queryKey: [...queryKeys.defects(id, { part: "totals" })],
    queryFn: () => getDefectTotals(id),
  });
  const state = choose("state", STATES, "open");
  const severity = choose("severity", SEVERITIES, "any");
  const isMine = choose("whose", WHOSE, "everyone") === "me";
  const isOverdue = choose("term", TERMS, "any") === "overdue";
  const [search, facadeId, floorId, isNew] = [get("search"), get("facade"), get("floor"), get("new") !== ""];
  const filters = {
    state,
    ...(severity === "any" ? {} : { severity }),
    ...(isMine ? { responsible: "me" } : {}),
    ...(isOverdue ? { overdue: "true" } : {}),
    ...(search === "" ? {} : { search }),
    ...(facadeId === "" ? {} : { facadeId }),
    ...(floorId === "" ? {} : { floorId }),
  };
  const list = useEntityList(queryKeys.defects(id, filters), (cursor) => listDefects(id, filters, cursor));
  const isFiltered = Object.keys(filters).length > 1 || state !== "open";
  const facade = object?.facades.find((one) => String(one.id) === facadeId)?.code;
  const floor = object?.floors.find((one) => String(one.id) === floorId)?.code;
  const given = {
    ...(facade === undefined ? {} : { facadeId }),
    ...(floor === undefined ? {} : { floorId }),
  };
  return (
    <ObjectFrame id={id} title={words.title} here="defects">
      <ListFilters search={words.search} label={words.filters}>
        <AddressFilter
          name="state"
          label={words.state}
          values={STATES}
          say={(value) => words.states[value]}
        />
        <AddressFilter
          name="severity"
          label={words.severity}
          values={SEVERITIES}
          say={(value) => (value === "any" ? words.anySeverity : captions[value])}
        />
        <AddressFilter
          name="whose"
          label={words.whose.label}
          values={WHOSE}
          say={(value) => words.whose[value]}
        />
        <AddressFilter name="term" label={words.due} values={TERMS} say={(value) => words.terms[value]} />
        {facade !== undefined && (
          <Chip pressed onPress={() => set({ facade: "", floor: "" })} testId="filter-place">
            {[facade, floor].filter(Boolean).join(" ")} ✕
          </Chip>
        )}
      </ListFilters>
      <EntityList
        list={list}
        awaits={[totals]}
        keyOf={(defect) => defect.id}
        renderRow={(defect) => <DefectRow defect={defect} />}
        empty={
          isFiltered
            ? { title: words.emptyFiltered, line: words.emptyFilteredLine }
            : { title: words.empty, line: words.emptyLine }
        }
        foot={<Repeats totals={totals.data} />}
        testId="defects"
      />
      {object?.can.permissions.includes("defect.report") === true && !isNew && (
        <ActionBar
          ofPage
          text={words.add}
          enabled
          busy={false}
          onPress={() => set({ new: "1" })}
          testId="new-defect"
        />
      )}
      {isNew && object !== undefined && (
        <NewDefectSheet object={object} given={given} onClose={() => set({ new: "" })} />
      )}
    </ObjectFrame>
  );
}
