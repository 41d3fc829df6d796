import type { DefectTotals } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { useWords } from "../../../shared/i18n/locale.ts";
import { defectWords } from "../defect-words.ts";

/** Crews and works whose fixed defects were opened again, the most often first. */
export function Repeats({ totals }: { totals: DefectTotals | undefined }) {
  const words = useWords(defectWords);
  const repeats = (totals?.repeats ?? []).filter(({ reopened }) => reopened > 0);
  if (repeats.length === 0) return null;
  return (
    <section className="section" data-testid="defect-repeats">
      <h2 className="cap">{words.repeats}</h2>
      {repeats.map(({ crew, work, total, fixed, reopened }) => (
        <div key={`${crew} ${work}`} className="card stack">
          <b>{[crew === null ? words.noCrew : shortName(crew), work].filter(Boolean).join(" · ")}</b>
          <span className="muted tabular">
            {words.found(total)} · {words.repeat(reopened, fixed)}
          </span>
        </div>
      ))}
    </section>
  );
}
