import type { Fact, Photo } from "@stsphera/contracts";
import type { UseQueryResult } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { FactRow } from "./fact-row.tsx";

const PhotoViewer = lazy(() => import("./photo-viewer.tsx"));

type Props = { query: UseQueryResult<{ items: Fact[] }>; onCorrect: (fact: Fact) => void };
type Shown = { readonly factId: number; readonly photoId: number };

/** The entries of the day as they stand in the ledger. */
export function Records({ query, onCorrect }: Props) {
  const words = useWords(factsWords);
  const [shown, setShown] = useState<Shown | null>(null);
  const show = (fact: Fact, photo: Photo) => setShown({ factId: fact.id, photoId: photo.id });
  const shownFact = query.data?.items.find((fact) => fact.id === shown?.factId);
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.records}</h2>
        <span className="dim tabular">{query.data?.items.length ?? ""}</span>
      </div>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{words.noRecords}</p>
          ) : (
            <ul className="stack">
              {items.map((fact) => (
                <FactRow key={fact.id} fact={fact} onCorrect={onCorrect} onPhoto={show} />
              ))}
            </ul>
          )
        }
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
