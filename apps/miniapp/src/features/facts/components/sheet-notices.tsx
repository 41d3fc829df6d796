import type { FactFormLine } from "@stsphera/contracts";
import { doerName, withUnit } from "@stsphera/contracts/format";
import { clockOf } from "../../../shared/format/times.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import "./reason-strip.css";

/** What one should know before entering a line: a closed gate, a figure that stands already. */
export function LineNotices({ line, queued }: { line: FactFormLine; queued: string | undefined }) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const { gate, today } = line;
  return (
    <>
      {gate && (
        <div className="reason-strip reason-strip-quiet">
          <Mark tone="violet">{gate.reason}</Mark>
          <span className="muted">{words.gate}</span>
        </div>
      )}
      {queued !== undefined && (
        <Mark tone="violet">{words.alreadyQueued(withUnit(queued, line.workType.unit, locale))}</Mark>
      )}
      {today && (
        <Mark tone="muted">
          {words.already(
            withUnit(today.quantity, line.workType.unit, locale),
            doerName({ name: today.by, behalf: today.behalf }, locale),
            clockOf(today.at),
          )}
        </Mark>
      )}
    </>
  );
}

/** The same line within half an hour: added knowingly, or the figure is looked at again. */
export function DuplicateQuestion({
  quantity,
  onYes,
  onNo,
}: {
  quantity: string;
  onYes: () => void;
  onNo: () => void;
}) {
  const words = useWords(factsWords);
  return (
    <div className="reason-strip" role="alert" data-testid="duplicate">
      <span>{words.duplicate(quantity)}</span>
      <Chips>
        <Chip onPress={onYes} testId="duplicate-yes">
          {words.duplicateYes}
        </Chip>
        <Chip onPress={onNo} testId="duplicate-no">
          {words.duplicateNo}
        </Chip>
      </Chips>
    </div>
  );
}
