import type { Fact } from "@stsphera/contracts";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { isGone } from "../../../shared/facts/is-gone.ts";
import { ConfirmDay } from "../../../kit/facts/confirm-day.tsx";
import { FactRow } from "./fact-row.tsx";

type Props = {
  objectId: number;
  date: string | undefined;
  query: UseQueryResult<{ items: Fact[] }>;
  onCorrect: (fact: Fact) => void;
};

type RowsProps = {
  facts: readonly Fact[];
  onCorrect: Props["onCorrect"];
  onExpired: () => void;
};

function Rows({ facts, onCorrect, onExpired }: RowsProps) {
  return (
    <ul className="stack">
      {facts.map((fact) => (
        <FactRow key={fact.id} fact={fact} onCorrect={onCorrect} onExpired={onExpired} />
      ))}
    </ul>
  );
}

/** What was taken back stays in the ledger, folded away. */
function History({ facts, onCorrect, onExpired }: RowsProps) {
  const words = useWords(factsWords);
  const [open, setOpen] = useState(false);
  if (facts.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className="plain-button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="history"
      >
        {words.history(facts.length)} <span aria-hidden="true">{open ? "▴" : "▾"}</span>
      </button>
      {open && <Rows facts={facts} onCorrect={onCorrect} onExpired={onExpired} />}
    </>
  );
}

/** The entries of the day as they stand in the ledger. */
export function Records({ objectId, date, query, onCorrect }: Props) {
  const words = useWords(factsWords);
  const onExpired = () => void query.refetch();
  const facts = query.data?.items ?? [];
  const standing = facts.filter((fact) => !isGone(fact));
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.records}</h2>
        {query.data && <span className="dim tabular">{standing.length}</span>}
      </div>
      <QueryView query={query}>
        {() => (
          <>
            {date !== undefined && <ConfirmDay objectId={objectId} date={date} facts={standing} />}
            {standing.length === 0 && <p className="muted">{words.noRecords}</p>}
            <Rows facts={standing} onCorrect={onCorrect} onExpired={onExpired} />
            <History facts={facts.filter(isGone)} onCorrect={onCorrect} onExpired={onExpired} />
          </>
        )}
      </QueryView>
    </section>
  );
}
