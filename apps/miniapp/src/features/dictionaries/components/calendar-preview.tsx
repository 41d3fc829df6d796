import type { CalendarPreview } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Link } from "../../../shared/ui/link.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { dictionariesWords } from "../dictionaries-words.ts";

type Props = {
  preview: CalendarPreview;
  publishes: boolean;
  busy: boolean;
  refusal: string | null;
  onSave: () => void;
  onClose: () => void;
};

/** What saving would move, object by object, before anything is saved. */
export function CalendarPreviewSheet({ preview, publishes, busy, refusal, onSave, onClose }: Props) {
  const words = useWords(dictionariesWords).calendars;
  const { before, after, objects, rescheduled, items } = preview;
  return (
    <Sheet
      title={words.preview}
      onClose={onClose}
      testId="calendar-preview"
      footer={
        <ActionBar
          text={publishes ? words.publish : words.save}
          enabled
          busy={busy}
          onPress={onSave}
          testId="save-calendar"
        />
      }
    >
      <div className="stack">
        <p className="tabular">{words.becomes(before.workdays, after.workdays)}</p>
        <p className="tabular">{words.rescheduled(rescheduled, objects)}</p>
        {items.length === 0 && <p className="muted">{words.nothing}</p>}
        {items.map(({ objectId, name, workdaysLeft }) => (
          <Link key={objectId} to={`/objects/${objectId}`} className="card stack">
            <b>{name}</b>
            <span className="muted tabular">{words.shift(workdaysLeft.before, workdaysLeft.after)}</span>
          </Link>
        ))}
        {refusal !== null && (
          <p className="form-refusal" role="alert">
            {refusal}
          </p>
        )}
      </div>
    </Sheet>
  );
}
