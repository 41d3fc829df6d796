import type { FactForm, ReturnedEntryRef } from "@stsphera/contracts";
import { dayInWords, doerName, withUnit } from "@stsphera/contracts/format";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { lineName } from "../entry/target.ts";
import { journalWords } from "../journal-words.ts";

type Props = { form: FactForm; onFix: (entry: ReturnedEntryRef) => void };

/** What was returned to the reader stands above everything until it is corrected. */
export function ReturnedList({ form, onFix }: Props) {
  const words = useWords(journalWords);
  const locale = useLocale();
  if (form.returned.length === 0) return null;
  return (
    <section className="section" data-testid="returned">
      <h2 className="cap">{words.returned}</h2>
      <ul className="stack">
        {form.returned.map((entry) => (
          <li key={entry.factId} className="card stack">
            <b>{lineName(entry)}</b>
            <span className="muted tabular">
              {withUnit(entry.quantity, entry.workType.unit, locale)} ·{" "}
              {dayInWords(entry.date, form.today, locale)}
            </span>
            <Mark tone="amber">
              {words.by(doerName({ name: entry.by ?? "", behalf: entry.behalf }, locale), entry.reason ?? "")}
            </Mark>
            <Chips>
              <Chip primary onPress={() => onFix(entry)} testId={`fix-${entry.factId}`}>
                {words.fix}
              </Chip>
            </Chips>
          </li>
        ))}
      </ul>
    </section>
  );
}
