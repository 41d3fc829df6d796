import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiError } from "../../../../shared/api/api-error.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { act, newKey } from "../../../../shared/api/request.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { hapticSuccess } from "../../../../shared/telegram/haptics.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { showToast } from "../../../../shared/ui/toast-store.ts";
import type { BoardRow } from "../board/layout.ts";
import { bulkWords } from "../bulk-words.ts";

/** Shorter words say nothing that could be mended. */
const LEAST = 5;
const MOST = 2000;

type Props = { gprId: number; rows: readonly BoardRow[]; onClose: () => void; onSent: () => void };

/** A remark on the chosen rows instead of a signature. */
export default function RemarkSheet({ gprId, rows, onClose, onSent }: Props) {
  const words = useWords(bulkWords);
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  const send = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      const body = { text: text.trim(), rows: rows.map((row) => row.key) };
      await act("POST", `/api/gpr-versions/${gprId}/remarks`, { body, key: key.current });
      hapticSuccess();
      showToast(words.remarked);
      onSent();
      await client.invalidateQueries();
    } catch (error) {
      if (error instanceof ApiError) key.current = newKey();
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={words.remarkTitle}
      onClose={onClose}
      testId="remark-sheet"
      footer={
        <ActionBar
          text={words.remarkSend}
          enabled={text.trim().length >= LEAST}
          busy={busy}
          onPress={() => void send()}
          testId="remark-send"
        />
      }
    >
      <section>
        <h3 className="cap">{words.remarkRows}</h3>
        {rows.length === 0 ? (
          <p className="muted">{words.remarkNone}</p>
        ) : (
          <ul>
            {rows.map(({ key: row, number, name }) => (
              <li key={row}>
                {number} {name}
              </li>
            ))}
          </ul>
        )}
      </section>
      <label className="form-field">
        <span className="form-label">{words.remarkText}</span>
        <textarea
          className="form-input"
          rows={4}
          maxLength={MOST}
          value={text}
          onChange={({ target }) => {
            key.current = newKey();
            setText(target.value);
          }}
          data-testid="remark-text"
        />
      </label>
      <p className="muted">{words.remarkLine}</p>
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="remark-refusal">
          {refusal}
        </p>
      )}
    </Sheet>
  );
}
