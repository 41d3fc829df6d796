import { SEVERITY_CAPTIONS } from "@stsphera/contracts/defects/captions";
import { DEFECT_SEVERITIES } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { FilterSelect } from "../../kit/list/filter-select.tsx";
import { SearchField } from "../../kit/list/search-field.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { ObjectSections } from "../../shared/ui/object-sections/object-sections.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { listDefects } from "./api/defect-requests.ts";
import { DefectRow } from "./components/defect-row.tsx";
import { NewDefectSheet } from "./components/new-defect-sheet.tsx";
import { Repeats } from "./components/repeats.tsx";
import { defectWords } from "./defect-words.ts";

const STATES = ["open", "finished", "all"] as const;
const SEVERITIES = ["any", ...DEFECT_SEVERITIES] as const;
const WHOSE = ["everyone", "me"] as const;

/** Defects of an object: the worst first, then the oldest. */
export default function DefectsPage({ id }: { id: number }) {
  const words = useWords(defectWords);
  const captions = SEVERITY_CAPTIONS[useLocale()];
  const { get, choose, set } = useQueryState();
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) }).data;
  const [state, severity, whose] = [
    choose("state", STATES, "open"),
    choose("severity", SEVERITIES, "any"),
    choose("whose", WHOSE, "everyone"),
  ];
  const [search, facadeId, floorId, isNew] = [get("search"), get("facade"), get("floor"), get("new") !== ""];
  const filters = {
    state,
    ...(severity === "any" ? {} : { severity }),
    ...(whose === "me" ? { responsible: "me" } : {}),
    ...(search === "" ? {} : { search }),
    ...(facadeId === "" ? {} : { facadeId }),
    ...(floorId === "" ? {} : { floorId }),
  };
  const list = useEntityList(queryKeys.defects(id, filters), (cursor) => listDefects(id, filters, cursor));
  const isFiltered = Object.keys(filters).length > 1 || state !== "open";
  const facade = object?.facades.find((one) => String(one.id) === facadeId)?.code;
  const floor = object?.floors.find((one) => String(one.id) === floorId)?.code;
  const close = () => set({ new: "" });
  return (
    <>
      <PageHeader title={object === undefined ? words.title : `${words.title} · ${object.name}`} />
      <ObjectSections id={id} here="defects" />
      <div className="section">
        <SearchField
          value={search}
          label={words.search}
          onChange={(value) => set({ search: value.trim() })}
        />
        <Chips label={words.filters}>
          <FilterSelect
            label={words.state}
            options={STATES.map((value) => ({ value, text: words.states[value] }))}
            chosen={state}
            onChoose={(value) => set({ state: value === "open" ? "" : value })}
            testId="filter-state"
          />
          <FilterSelect
            label={words.severity}
            options={SEVERITIES.map((value) => ({
              value,
              text: value === "any" ? words.anySeverity : captions[value],
            }))}
            chosen={severity}
            onChoose={(value) => set({ severity: value === "any" ? "" : value })}
            testId="filter-severity"
          />
          <FilterSelect
            label={words.whose.label}
            options={WHOSE.map((value) => ({ value, text: words.whose[value] }))}
            chosen={whose}
            onChoose={(value) => set({ whose: value === "everyone" ? "" : value })}
            testId="filter-whose"
          />
          {facade !== undefined && (
            <Chip pressed onPress={() => set({ facade: "", floor: "" })} testId="filter-place">
              {[facade, floor].filter(Boolean).join(" ")} ✕
            </Chip>
          )}
        </Chips>
      </div>
      <EntityList
        list={list}
        keyOf={(defect) => defect.id}
        renderRow={(defect) => <DefectRow defect={defect} />}
        empty={
          isFiltered
            ? { title: words.emptyFiltered, line: words.emptyFilteredLine }
            : { title: words.empty, line: words.emptyLine }
        }
        testId="defects"
      />
      <Repeats objectId={id} />
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
        <NewDefectSheet
          object={object}
          given={{
            ...(facade === undefined ? {} : { facadeId }),
            ...(floor === undefined ? {} : { floorId }),
          }}
          onClose={close}
        />
      )}
    </>
  );
}
