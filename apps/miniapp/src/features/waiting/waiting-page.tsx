import { type ApprovalKind, APPROVAL_KINDS } from "@stsphera/contracts/vocabulary";
import { WAITING_ROWS } from "@stsphera/contracts/waiting/captions";
import { useQuery } from "@tanstack/react-query";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { FilterChips } from "../../kit/list/filter-chips.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { getDashboard } from "../../shared/requests/get-dashboard.ts";
import { listWaiting } from "../../shared/requests/list-waiting.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { Together } from "../../shared/ui/together.tsx";
import { WaitingRow } from "./components/waiting-row.tsx";
import { waitingWords } from "./waiting-words.ts";
import "./waiting-page.css";

const FILTERS = ["all", ...APPROVAL_KINDS] as const;
const SIDES = ["mine", "others"] as const;

/** Kinds of which something waits, and the one that the address asks for. */
function useKinds(side: (typeof SIDES)[number], chosen: (typeof FILTERS)[number]) {
  const isMine = side === "mine";
  const counts = useQuery({ queryKey: queryKeys.dashboard(), queryFn: getDashboard, enabled: isMine });
  const whole = useEntityList(waitingKey(side, "all"), (cursor) => listWaiting({ side }, cursor), !isMine);
  const { items = [], query } = whole;
  const waits = (kind: ApprovalKind): boolean =>
    isMine ? (counts.data?.waiting.decisions[kind] ?? 0) > 0 : items.some((item) => item.kind === kind);
  // What is not read to its end may hold any kind.
  const isPart = isMine ? counts.data === undefined : query.hasNextPage;
  const kinds = APPROVAL_KINDS.filter((kind) => isPart || waits(kind) || kind === chosen);
  return { reads: [isMine ? counts : query], kinds };
}

const waitingKey = (side: (typeof SIDES)[number], kind: string) =>
  queryKeys.waiting(side === "mine" ? kind : `${side} ${kind}`);

/** Everything that waits for the reader's decision, by kind; or what others decide for him. */
export default function WaitingPage() {
  const words = useWords(waitingWords);
  const captions = useWords(WAITING_ROWS);
  const { choose, set } = useQueryState();
  const kind = choose("kind", FILTERS, "all");
  const side = choose("side", SIDES, "mine");
  const isMine = side === "mine";
  const { reads, kinds } = useKinds(side, kind);
  const list = useEntityList(waitingKey(side, kind), (cursor) =>
    listWaiting({ side, ...(kind === "all" ? {} : { kind }) }, cursor),
  );
  return (
    <>
      <PageHeader title={isMine ? words.title : words.titleOthers} />
      <Together reads={reads} rows={5}>
        {(kinds.length > 1 || kind !== "all") && (
          <div className="section">
            <FilterChips
              label={words.label}
              options={(["all", ...kinds] as const).map((value) => ({
                value,
                text: value === "all" ? words.all : captions[value].short,
              }))}
              chosen={kind}
              onChoose={(value) => set({ kind: value === "all" ? "" : value })}
            />
          </div>
        )}
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
      </Together>
    </>
  );
}
