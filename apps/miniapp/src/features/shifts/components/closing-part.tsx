import type { ShiftDay, ShiftLines } from "@stsphera/contracts";
import { shortName, shortWorkName } from "@stsphera/contracts/format";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { clockOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { planReasonWords } from "../../../shared/i18n/plan-reason-words.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { shiftWords } from "../shift-words.ts";
import { useShiftAct } from "../use-shift-act.ts";

type Part = ShiftDay["parts"][number];
type PartProps = { shift: ShiftDay; part: Part; lines: ShiftLines | undefined };

/** Who closed a part and when. */
export function useClosedBy() {
  const words = useWords(shiftWords);
  return ({ closing }: Part): string => {
    if (closing === null) return words.open;
    const at = clockOf(closing.at);
    return closing.by === null ? words.byItself(at) : words.closed(shortName(closing.by.fullName), at);
  };
}

/** «Открыть смену снова», where that is still possible. */
export function Reopen({ shift, part }: { shift: ShiftDay; part: Part }) {
  const words = useWords(shiftWords);
  const act = useShiftAct();
  const { closing } = part;
  if (closing === null || !closing.canReopen) return null;
  const press = () =>
    act({
      path: `/api/shift-closings/${closing.id}/undo`,
      body: { version: closing.version },
      title: `${words.title} · ${shift.object.name}`,
      line: words.reopened,
    }).catch((error: unknown) => showToast(errorSentence(error)));
  return (
    <Chips label={words.closing}>
      <Chip onPress={() => void press()} testId={`reopen-${closing.id}`}>
        {words.reopen}
      </Chip>
    </Chips>
  );
}

/** The lines of a closed part that have no fact, each with its reason. */
export function SilentReasons({ part: { closing } }: { part: Part }) {
  const words = useWords(shiftWords);
  const plan = useWords(planReasonWords);
  if (closing === null || closing.silent.length === 0) return null;
  const reason = ({ code, text }: (typeof closing.silent)[number]) => {
    if (code === "unanswered") return words.unanswered;
    const caption = code === "not_worked" ? words.notWorked : plan[code];
    return code === "other" && text !== null ? text : [caption, ...(text === null ? [] : [text])].join(": ");
  };
  return (
    <div className="stack" data-testid="silent-reasons">
      <span className="muted">{words.silent(closing.silent.length)}</span>
      {closing.silent.map((line) => (
        <span key={line.floorVolumeId} className="spread">
          <span>
            {shortWorkName(line.work)} {line.facade} {line.floor}
          </span>
          <span className="muted">{reason(line)}</span>
        </span>
      ))}
    </div>
  );
}

/** The part that the reader closes: its state, how many lines have a fact, and those without. */
export function ClosingPart({ shift, part, lines }: PartProps) {
  const words = useWords(shiftWords);
  const closedBy = useClosedBy();
  const name = part.foreman === null ? words.whole : words.part(shortName(part.foreman.fullName));
  const asked = part.closing === null ? (lines?.silent ?? []) : [];
  return (
    <section className="section">
      <div className="card stack" data-testid="shift-part">
        <span className="spread">
          <b>{name}</b>
          <span className="muted" data-testid="shift-state">
            {closedBy(part)}
          </span>
        </span>
        {lines !== undefined && lines.lines.total > 0 && (
          <span className="tabular">{words.entered(lines.lines.entered, lines.lines.total)}</span>
        )}
        {asked.length > 0 && (
          <span className="muted">
            {words.silent(asked.length)}:{" "}
            {asked
              .map((line) => `${shortWorkName(line.workType.name)} ${line.facade} ${line.floor}`)
              .join(", ")}
          </span>
        )}
        <SilentReasons part={part} />
        <Reopen shift={shift} part={part} />
      </div>
    </section>
  );
}
