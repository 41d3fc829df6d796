import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";

const SHORTEST = 5;
type Props = { title: string; send: string; onSend: (reason: string) => Promise<void>; onClose: () => void };

/** Asks for a reason in words; a refusal is told here and nothing typed is lost. */
export function WhySheet({ title, send, onSend, onClose }: Props) {
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const press = async () => {
    setBusy(true);
    try {
      await onSend(reason.trim());
    } catch (error) {
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={title}
      onClose={onClose}
      testId="why-sheet"
      footer={
        <ActionBar
          text={send}
          enabled={reason.trim().length >= SHORTEST}
          busy={busy}
          onPress={() => void press()}
          testId="send-why"
        />
      }
    >
      <textarea
        className="text-input"
        rows={3}
        maxLength={1000}
        value={reason}
        aria-label={title}
        onChange={({ target }) => setReason(target.value)}
      />
      {refusal !== null && (
        <p className="form-refusal" role="alert">
          {refusal}
        </p>
      )}
    </Sheet>
  );
}
