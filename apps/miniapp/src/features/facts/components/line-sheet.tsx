import type { FactForm } from "@stsphera/contracts";
import {
  formatPercent,
  formatQuantity,
  fromMilli,
  percentOf,
  toMilli,
  withUnit,
  shortWorkName,
} from "@stsphera/contracts/format";
import { useState } from "react";
import { useOnline } from "../../../shared/api/connection.ts";
import { factsWords, type FactsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { useClosingConfirmation } from "../../../shared/telegram/closing.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { ProgressBar } from "../../../shared/ui/progress-bar.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import type { Draft, Problem } from "../entry/draft.ts";
import { stepsFor } from "../entry/steps.ts";
import { lineName, type Target } from "../entry/target.ts";
import { useSheet } from "../entry/use-sheet.ts";
import { CrewField } from "./crew-field.tsx";
import { NoteField } from "./note-field.tsx";
import { PhotoField } from "../../../kit/photos/photo-field.tsx";
import { QuantityChips } from "./quantity-chips.tsx";
import { QuantityField, typedText } from "./quantity-field.tsx";
import { ReasonStrip } from "./reason-strip.tsx";
import { DuplicateQuestion, LineNotices } from "./sheet-notices.tsx";

type Props = { objectId: number; form: FactForm; target: Target; needsReason: boolean; onClose: () => void };

function problemWords(problem: Problem, words: FactsWords): string {
  const sentences: Record<Problem, string> = {
    empty: words.saveNothing,
    not_number: words.notNumber,
    whole: words.wholeOnly,
    reason: words.chooseReason,
    words: words.reasonWords,
    correction_reason: words.correctReason,
  };
  return sentences[problem];
}

function Standing({ target, after }: { target: Target; after: number }) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const { line } = target;
  const told = (quantity: string) => formatQuantity(quantity, locale);
  return (
    <div className="stack">
      <p className="muted tabular">
        {words.done(told(line.done), told(line.planTotal), told(line.remaining))}
      </p>
      <ProgressBar
        label={lineName(line)}
        pct={percentOf(fromMilli(after), line.planTotal)}
        planned={percentOf(line.done, line.planTotal)}
      />
    </div>
  );
}

function CorrectionReason({ draft, onChange }: { draft: Draft; onChange: (change: Partial<Draft>) => void }) {
  const words = useWords(factsWords);
  return (
    <input
      className="text-input"
      value={draft.correctionReason}
      maxLength={1000}
      placeholder={words.correctReason}
      aria-label={words.correctReason}
      onChange={(event) => onChange({ correctionReason: event.target.value })}
      data-testid="correction-reason"
    />
  );
}

/** Why it was not saved, right above the action: a question, or the server's sentence. */
function RefusalNote({ sheet, quantity }: { sheet: ReturnType<typeof useSheet>; quantity: string }) {
  const { refusal } = sheet;
  if (refusal === null) return null;
  return (
    <div className="sheet-footer-note" role="alert">
      {refusal.code === "possible_duplicate" ? (
        <DuplicateQuestion quantity={quantity} onYes={() => void sheet.save(true)} onNo={sheet.forgive} />
      ) : (
        <Mark tone="red">{refusal.message}</Mark>
      )}
    </div>
  );
}

/** One line: the figure, who and how long, photos, a note; and what will stand when it is saved. */
export default function LineSheet({ objectId, form, target, needsReason, onClose }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const online = useOnline();
  const [touched, setTouched] = useState(false);
  const sheet = useSheet({ objectId, form, target, needsReason, onClose });
  const { draft, verdict, photos } = sheet;
  const { line, known, correcting } = target;
  const completes = verdict.after >= toMilli(line.planTotal);
  const mayBeLater = !line.requiresPhoto || !completes;
  const { unit } = line.workType;
  useClosingConfirmation(touched || photos.photos.length > 0);
  const change = (next: Partial<Draft>) => {
    setTouched(true);
    sheet.change(next);
  };
  const told = (quantity: number) => withUnit(fromMilli(quantity), unit, locale);
  const quantity = told(verdict.value ?? 0);
  const save = correcting ? words.saveCorrection : online ? words.save : words.saveOffline;
  const text = verdict.problem === null ? save(quantity) : problemWords(verdict.problem, words);
  const planTotal = toMilli(line.planTotal);
  return (
    <Sheet
      title={shortWorkName(line.workType.name)}
      caption={`${line.facade} · ${line.floor}`}
      onClose={onClose}
      testId="line-sheet"
      footer={
        <>
          <RefusalNote sheet={sheet} quantity={quantity} />
          <ActionBar
            text={text}
            enabled={verdict.problem === null}
            busy={sheet.busy}
            onPress={() => void sheet.save(false)}
            testId="save-fact"
          />
        </>
      }
    >
      {known && <Standing target={target} after={verdict.after} />}
      <LineNotices line={line} queued={target.queued} />
      <QuantityField
        text={draft.text}
        value={verdict.value}
        step={stepsFor(line).step}
        unit={unit}
        onChange={(next) => change({ text: next })}
      />
      <QuantityChips
        line={line}
        date={form.date}
        value={verdict.value}
        onChoose={(value) => change({ text: typedText(value) })}
      />
      {verdict.over !== null && (
        <ReasonStrip title={words.overRest(told(verdict.over))} over draft={draft} onChange={change} />
      )}
      {verdict.under !== null && (
        <ReasonStrip
          title={words.underPlan(told(verdict.under))}
          over={false}
          draft={draft}
          onChange={change}
        />
      )}
      <CrewField draft={draft} crews={form.crews} onChange={change} />
      <PhotoField photos={photos} hint={mayBeLater ? words.later : words.noPhoto} />
      <NoteField note={draft.note} onChange={(note) => change({ note })} />
      {correcting && sheet.isWhyDue && <CorrectionReason draft={draft} onChange={change} />}
      {known && verdict.value !== null && planTotal > 0 && (
        <p className="muted tabular">
          {words.becomes(
            formatQuantity(fromMilli(verdict.after), locale),
            formatQuantity(line.planTotal, locale),
            formatPercent(percentOf(fromMilli(verdict.after), line.planTotal), 1, locale),
          )}
        </p>
      )}
    </Sheet>
  );
}
