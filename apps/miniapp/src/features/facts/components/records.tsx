import type { Fact, Photo } from "@stsphera/contracts";
import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { isGone } from "../entry/is-gone.ts";
import { FactRow } from "./fact-row.tsx";

const PhotoViewer = lazy(() => import("./photo-viewer.tsx"));

type Props = { query: UseQueryResult<{ items: Fact[] }>; onCorrect: (fact: Fact) => void };
type Shown = { readonly factId: number; readonly photoId: number };

type RowsProps = {
  facts: readonly Fact[];
  onCorrect: Props["onCorrect"];
  onPhoto: (fact: Fact, photo: Photo) => void;
};

function Rows({ facts, onCorrect, onPhoto }: RowsProps) {
  return (
    <ul className="stack">
      {facts.map((fact) => (
        <FactRow key={fact.id} fact={fact} onCorrect={onCorrect} onPhoto={onPhoto} />
      ))}
    </ul>
  );
}

/** What was taken back stays in the ledger, folded away. */
function History({ facts, onCorrect, onPhoto }: RowsProps) {
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
      {open && <Rows facts={facts} onCorrect={onCorrect} onPhoto={onPhoto} />}
    </>
  );
}

/** The entries of the day as they stand in the ledger. */
export function Records({ query, onCorrect }: Props) {
  const words = useWords(factsWords);
  const [shown, setShown] = useState<Shown | null>(null);
  const show = (fact: Fact, photo: Photo) => setShown({ factId: fact.id, photoId: photo.id });
  const facts = query.data?.items ?? [];
  const standing = facts.filter((fact) => !isGone(fact));
  const shownFact = facts.find((fact) => fact.id === shown?.factId);
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.records}</h2>
        {query.data && <span className="dim tabular">{standing.length}</span>}
      </div>
      <QueryView query={query}>
        {() => (
          <>
            {standing.length === 0 && <p className="muted">{words.noRecords}</p>}
            <Rows facts={standing} onCorrect={onCorrect} onPhoto={show} />
            <History facts={facts.filter(isGone)} onCorrect={onCorrect} onPhoto={show} />
          </>
        )}
      </QueryView>
      {shown && shownFact && (
        <Suspense>
          <PhotoViewer
            fact={shownFact}
            startId={shown.photoId}
            onExpired={() => void query.refetch()}
            onClose={() => setShown(null)}
          />
        </Suspense>
      )}
    </section>
  );
}
