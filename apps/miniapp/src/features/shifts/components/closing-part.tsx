import type { ShiftDay, ShiftLines } from "@stsphera/contracts";
import { shortName, shortWorkName } from "@stsphera/contracts/format";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { clockOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { shiftWords } from "../shift-words.ts";
import { useShiftAct } from "../use-shift-act.ts";

type Part = ShiftDay["parts"][number];

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

/** The part that the reader closes: its state, how many lines have a fact, and those without. */
export function ClosingPart({ shift, lines }: { shift: ShiftDay; lines: ShiftLines | undefined }) {
  const words = useWords(shiftWords);
  const closedBy = useClosedBy();
  const { part } = shift;
  const name = part.foreman === null ? words.whole : words.part(shortName(part.foreman.fullName));
  return (
    <section className="card stack" data-testid="shift-part">
      <span className="spread">
        <b>{name}</b>
        <span className="muted" data-testid="shift-state">
          {closedBy(part)}
        </span>
      </span>
      {lines !== undefined && (
        <>
          <span className="tabular">{words.entered(lines.lines.entered, lines.lines.total)}</span>
          {lines.silent.length > 0 && (
            <span className="muted">
              {words.silent(lines.silent.length)}:{" "}
              {lines.silent
                .map((line) => `${shortWorkName(line.workType.name)} ${line.facade} ${line.floor}`)
                .join(", ")}
            </span>
          )}
        </>
      )}
      <Reopen shift={shift} part={part} />
    </section>
  );
}
