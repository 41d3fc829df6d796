import { APPROVAL_KINDS } from "@stsphera/contracts/vocabulary";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { FilterChips } from "../../kit/list/filter-chips.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { listWaiting } from "../../shared/requests/list-waiting.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { WaitingRow } from "./components/waiting-row.tsx";
import { waitingWords } from "./waiting-words.ts";
import "./waiting-page.css";

const FILTERS = ["all", ...APPROVAL_KINDS] as const;
const SIDES = ["mine", "others"] as const;

/** Everything that waits for the reader's decision, by kind; or what others decide for him. */
export default function WaitingPage() {
  const words = useWords(waitingWords);
  const { choose, set } = useQueryState();
  const kind = choose("kind", FILTERS, "all");
  const side = choose("side", SIDES, "mine");
  const isMine = side === "mine";
  const list = useEntityList(queryKeys.waiting(isMine ? kind : `${side} ${kind}`), (cursor) =>
    listWaiting({ side, ...(kind === "all" ? {} : { kind }) }, cursor),
  );
  return (
    <>
      <PageHeader title={isMine ? words.title : words.titleOthers} />
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
        empty={
          isMine
            ? { title: words.empty, line: words.emptyLine }
            : { title: words.emptyOthers, line: words.emptyOthersLine }
        }
        testId="waiting"
      />
    </>
  );
}
