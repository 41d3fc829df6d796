import { shorten } from "@stsphera/contracts/format";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Field } from "./field.tsx";

export function NoteField({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  const words = useWords(factsWords);
  const short = shorten(note, 25);
  return (
    <Field label={words.note} value={short === "" ? "–" : short} testId="note">
      <textarea
        rows={3}
        maxLength={2000}
        value={note}
        placeholder={words.noteHint}
        aria-label={words.note}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
