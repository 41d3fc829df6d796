import { APPROVAL_KINDS } from "@stsphera/contracts/vocabulary";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { FilterChips } from "../../kit/list/filter-chips.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { get } from "../../shared/api/request.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { WaitingRow } from "./components/waiting-row.tsx";
import { waitingWords } from "./waiting-words.ts";
import "./waiting-page.css";

const FILTERS = ["all", ...APPROVAL_KINDS] as const;

function listWaiting(kind: (typeof FILTERS)[number], cursor: string | null) {
  const query = new URLSearchParams({ limit: "30" });
  if (kind !== "all") query.set("kind", kind);
  if (cursor !== null) query.set("cursor", cursor);
  return get(`/api/me/approvals?${query}`, (c) => c.approvalPage);
}

/** Everything that waits for the reader's decision, by kind. */
export default function WaitingPage() {
  const words = useWords(waitingWords);
  const { choose, set } = useQueryState();
  const kind = choose("kind", FILTERS, "all");
  const list = useEntityList(queryKeys.waiting(kind), (cursor) => listWaiting(kind, cursor));
  return (
    <>
      <PageHeader title={words.title} />
      <div className="section">
        <FilterChips
          label={words.label}
          options={FILTERS.map((value) => ({
            value,
            text: value === "all" ? words.all : words.kinds[value],
          }))}
          chosen={kind}
          onChoose={(value) => set({ kind: value === "all" ? "" : value })}
        />
      </div>
      <EntityList
        list={list}
        keyOf={(item) => `${item.kind}-${item.id}`}
        renderRow={(item) => <WaitingRow item={item} />}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="waiting"
      />
    </>
  );
}
