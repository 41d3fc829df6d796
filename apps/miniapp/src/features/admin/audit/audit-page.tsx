import { THINGS } from "@stsphera/contracts/audit/words";
import { useQuery } from "@tanstack/react-query";
import { EntityList, useEntityList } from "../../../kit/list/entity-list.tsx";
import { FilterSelect } from "../../../kit/list/filter-select.tsx";
import { SearchField } from "../../../kit/list/search-field.tsx";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chips } from "../../../shared/ui/chip.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { auditKey, listAudit, listObjects, objectsKey } from "../api/audit-requests.ts";
import { AuditRow } from "./audit-row.tsx";
import { auditWords } from "./audit-words.ts";
import { ExportButton } from "./export-button.tsx";
import { daysOfPeriod, PERIODS } from "./period-days.ts";
import "./audit-page.css";

const KINDS = ["all", ...Object.keys(THINGS.ru)];
const IDS = /^[1-9]\d{0,8}$/;

/** The log of the company: who did what with which thing, filtered, and taken out as a file. */
export default function AuditPage() {
  const words = useWords(auditWords);
  const kinds: Readonly<Record<string, string>> = words.kind;
  const objects = useQuery({ queryKey: objectsKey, queryFn: listObjects }).data?.items ?? [];
  const { get, choose, set } = useQueryState();
  const kind = choose("kind", KINDS, "all");
  const period = choose("period", PERIODS, "all");
  const [objectId, text, who, id] = [get("object"), get("text"), get("who"), get("id")];
  const days = daysOfPeriod(period, dayOf(serverNow()), { from: get("from"), to: get("to") });
  const filters = {
    ...(text === "" ? {} : { text }),
    ...(who === "" ? {} : { who }),
    ...(kind === "all" ? {} : { kind }),
    ...(kind === "all" || !IDS.test(id) ? {} : { id }),
    ...(IDS.test(objectId) ? { objectId } : {}),
    ...days,
  };
  const list = useEntityList(auditKey(filters), (cursor) => listAudit(filters, cursor));
  return (
    <>
      <PageHeader title={words.title} />
      <div className="section">
        <SearchField value={who} label={words.who} onChange={(value) => set({ who: value.trim() })} />
        <SearchField value={text} label={words.search} onChange={(value) => set({ text: value.trim() })} />
        <Chips label={words.filters}>
          <FilterSelect
            label={words.period.label}
            options={PERIODS.map((value) => ({ value, text: words.period[value] }))}
            chosen={period}
            onChoose={(value) => set({ period: value === "all" ? "" : value, from: "", to: "" })}
            testId="filter-period"
          />
          <FilterSelect
            label={words.kind.label}
            options={KINDS.map((value) => ({ value, text: kinds[value] ?? value }))}
            chosen={kind}
            onChoose={(value) => set({ kind: value === "all" ? "" : value, id: "" })}
            testId="filter-kind"
          />
          <FilterSelect
            label={words.object.label}
            options={[
              { value: "", text: words.object.all },
              ...objects.map((object) => ({ value: String(object.id), text: object.name })),
            ]}
            chosen={objectId}
            onChoose={(value) => set({ object: value })}
            testId="filter-object"
          />
        </Chips>
        {period === "days" && (
          <div className="audit-days">
            {(["from", "to"] as const).map((side) => (
              <label key={side} className="muted">
                {words.period[side]}
                <input
                  type="date"
                  className="search-field"
                  value={get(side)}
                  onChange={({ target }) => set({ [side]: target.value })}
                  data-testid={`day-${side}`}
                />
              </label>
            ))}
          </div>
        )}
      </div>
      <ExportButton filters={filters} />
      <EntityList
        list={list}
        keyOf={(record) => record.id}
        renderRow={(record) => <AuditRow record={record} />}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="audit"
      />
    </>
  );
}
