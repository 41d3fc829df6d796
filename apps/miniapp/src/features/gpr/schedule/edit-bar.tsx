import type { GprContent } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip } from "../../../shared/ui/chip.tsx";
import { scheduleWords } from "./schedule-words.ts";
import type { Edits } from "./use-edits.ts";

type Props = {
  content: GprContent;
  /** How many have signed a version that an edit makes a draft again. */
  signed: number;
  edits: Edits;
  maySend: boolean;
  ticking: boolean;
  onTick: () => void;
  onAdd: () => void;
  onPaste: () => void;
  onSend: () => void;
};

/** What is done with a draft as a whole, and whether it is saved. */
export function EditBar({ content, signed, edits, ticking, maySend, ...press }: Props) {
  const words = useWords(scheduleWords);
  const { undo, redo } = content.can;
  const busy = edits.state === "saving";
  const isWrong = edits.state === "away" || edits.state === "refused";
  return (
    <div className="edit-bar" data-testid="edit-bar">
      {content.status === "pending_signatures" && <p className="form-missing">{words.pending(signed)}</p>}
      <p className={isWrong ? "form-refusal" : "dim"} role="status" data-testid="save-state">
        {words[edits.state]}
      </p>
      <div className="board-line">
        <div className="chips">
          <Chip disabled={!undo || busy} onPress={edits.undo} testId="gpr-undo">
            {words.undo}
          </Chip>
          <Chip disabled={!redo || busy} onPress={edits.redo} testId="gpr-redo">
            {words.redo}
          </Chip>
          <Chip disabled={busy} onPress={press.onAdd} testId="gpr-add">
            {words.addRow}
          </Chip>
          <Chip disabled={busy} onPress={press.onPaste} testId="gpr-paste">
            {words.paste}
          </Chip>
          <Chip pressed={ticking} onPress={press.onTick} testId="gpr-tick">
            {words.tick}
          </Chip>
          {maySend && (
            <Chip primary disabled={busy} onPress={press.onSend} testId="gpr-send">
              {words.send}
            </Chip>
          )}
        </div>
      </div>
    </div>
  );
}
