import type { Fact, FactForm, FactFormLine } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { readerCount } from "@stsphera/contracts/facts/reader-count";
import { lazy, Suspense, useState } from "react";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { useQueue } from "../../../shared/offline/queue-state.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { aboutLine } from "../entry/queued-fact.ts";
import { useWhoseLines } from "../entry/use-whose-lines.tsx";
import type { Target } from "../entry/target.ts";
import { LineRow } from "./line-row.tsx";
import { NoLines } from "./no-lines.tsx";

/** Behind a press: read after the lines, and before a network is lost. */
export const loadOtherWorks = () => import("./other-works.tsx");
const OtherWorks = lazy(loadOtherWorks);

type Props = { objectId: number; form: FactForm; facts: readonly Fact[]; onOpen: (target: Target) => void };

/** The day's lines in their order, and the rest behind «Другая работа». */
export function Lines({ objectId, form, facts, onOpen }: Props) {
  const words = useWords(factsWords);
  const queue = useQueue();
  const [searching, setSearching] = useState(false);
  const queuedOf = (floorVolumeId: number) =>
    queue.filter(({ describe }) => describe.about === aboutLine(objectId, form.date, floorVolumeId));
  const extra = form.others.filter((line) => line.today !== null || queuedOf(line.floorVolumeId).length > 0);
  const { isMine, select } = useWhoseLines(form);
  const isShown = (line: FactFormLine) =>
    !isMine || line.whose !== "other" || queuedOf(line.floorVolumeId).length > 0;
  const lines = [...form.lines, ...extra].filter(isShown);
  const { entered, total } = isMine ? readerCount(form) : form.counts.all;
  return (
    <section className="section">
      <div className="spread">
        <h2 className="cap">{words.planToday}</h2>
        <span className="dim tabular" data-testid="entered">
          {form.dayOff ? words.enteredOff(entered) : words.entered(entered, total)}
        </span>
      </div>
      {select}
      {(form.standsFor ?? []).length > 0 && (
        <p className="muted" data-testid="stands-for">
          {words.standsFor((form.standsFor ?? []).map((name) => shortName(name)).join(", "))}
        </p>
      )}
      {lines.length === 0 && <NoLines form={form} isMine={isMine} />}
      <ul className="stack">
        {lines.map((line) => (
          <LineRow
            key={line.floorVolumeId}
            objectId={objectId}
            form={form}
            line={line}
            todayFact={facts.find((fact) => fact.id === line.today?.factId)}
            queued={queuedOf(line.floorVolumeId)}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {form.othersCount > 0 && (
        <Action tone="quiet" onPress={() => setSearching(true)} testId="other-work">
          + {words.other}
        </Action>
      )}
      {searching && (
        <Suspense>
          <OtherWorks
            form={form}
            onClose={() => setSearching(false)}
            onOpen={(target) => {
              setSearching(false);
              onOpen(target);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
