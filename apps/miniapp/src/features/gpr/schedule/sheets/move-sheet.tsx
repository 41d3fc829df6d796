import type { GprContent } from "@stsphera/contracts";
import { dayOf } from "@stsphera/schedule";
import { useState } from "react";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { daysOf } from "../board/drag.ts";
import type { BoardRow } from "../board/layout.ts";
import type { DragEnd } from "../board/use-bar-drag.ts";
import type { DayRule } from "../model/calendar.ts";
import { editsOf, NO_DRAFT, type RowDraft, withField } from "../model/row-draft.ts";
import { effectWords } from "../effect-words.ts";
import type { Edits } from "../use-edits.ts";
import { EffectLines, useDraftEffect } from "./effect-lines.tsx";
import { useRowCaptions } from "./use-row-captions.ts";

type Props = {
  content: GprContent;
  row: BoardRow;
  end: DragEnd;
  rule: DayRule;
  edits: Edits;
  onClose: () => void;
};

/** What a drag asks for: another number of days, or a first day before which the row does not begin. */
function draftOf(row: BoardRow, end: DragEnd, rule: DayRule): RowDraft {
  if (end.part === "end") return withField(NO_DRAFT, row, { duration: daysOf(end, rule) });
  const day = dayOf(end.first);
  // «On» a day stays «on» another day; a limit of the finish is replaced by the place it was dragged to.
  const kind = row.constraint?.kind === "on" && row.constraint.edge === "start" ? "on" : "not_earlier";
  return withField(NO_DRAFT, row, { constraint: { kind, edge: "start", day } });
}

/** A bar was dragged: what that does, before anything is saved. */
export default function MoveSheet({ content, row, end, rule, edits, onClose }: Props) {
  const words = useWords(effectWords);
  const captions = useRowCaptions(content);
  // As it was dragged, whatever others do meanwhile.
  const [{ seen, draft }] = useState(() => ({ seen: row, draft: draftOf(row, end, rule) }));
  const [refusal, setRefusal] = useState<string | null>(null);
  const effect = useDraftEffect(content, row.key, draft, rule);
  const own = effect?.kind === "moves" ? effect.own : null;
  const isHeld = end.part === "body" && own !== null && own.start > dayOf(end.first);
  const save = async () => {
    setRefusal(null);
    try {
      await edits.edit(editsOf(seen, draft, []));
      onClose();
    } catch (error) {
      setRefusal(errorSentence(error));
    }
  };
  return (
    <Sheet
      title={`${row.number} ${row.name}`}
      caption={end.part === "end" ? words.move.longer : words.move.title}
      onClose={onClose}
      testId="move-sheet"
      footer={
        <ActionBar
          text={words.move.save}
          enabled={effect?.kind !== "wrong"}
          busy={edits.state === "saving"}
          onPress={() => void save()}
          testId="move-save"
        />
      }
    >
      <p data-testid="move-what">
        {end.part === "end"
          ? words.move.duration(row.duration, draft.fields.duration ?? row.duration)
          : captions.constraint(draft.fields.constraint ?? row.constraint)}
      </p>
      {isHeld && <p className="form-missing">{words.move.held}</p>}
      <EffectLines content={content} effect={effect} captions={captions} />
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="move-refusal">
          {refusal}
        </p>
      )}
    </Sheet>
  );
}
