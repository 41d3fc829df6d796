import type { GprComparedRow, SetGprProgress } from "@stsphera/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { TextField } from "../../../../kit/form/text-field.tsx";
import { ApiError } from "../../../../shared/api/api-error.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { newKey } from "../../../../shared/api/request.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { hapticSuccess } from "../../../../shared/telegram/haptics.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { showToast } from "../../../../shared/ui/toast-store.ts";
import { setGprProgress } from "../../api/gpr-requests.ts";
import type { BoardRow } from "../board/layout.ts";
import { forecastWords } from "../forecast-words.ts";

type Props = { gprId: number; row: BoardRow; compared: GprComparedRow; onClose: () => void };
type Typed = { readonly start: string; readonly finish: string; readonly left: string };

/** What of the typed values differs from what is known. */
function changesOf({ fact }: GprComparedRow, { start, finish, left }: Typed) {
  const dayOr = (text: string) => (text === "" ? null : text);
  const remaining = left === "" ? null : Number(left);
  return {
    ...(dayOr(start) === fact.start ? {} : { actualStart: dayOr(start) }),
    ...(dayOr(finish) === fact.finish ? {} : { actualFinish: dayOr(finish) }),
    ...(remaining === fact.remaining || finish !== "" ? {} : { remaining }),
  } satisfies Partial<SetGprProgress["rows"][number]>;
}

/** When a row began and finished in fact, and what is left of it. */
export default function ProgressSheet({ gprId, row, compared, onClose }: Props) {
  const words = useWords(forecastWords);
  const client = useQueryClient();
  const { fact } = compared;
  const [typed, setTyped] = useState<Typed>({
    start: fact.start ?? "",
    finish: fact.finish ?? "",
    left: fact.remaining === null ? "" : String(fact.remaining),
  });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  const changes = changesOf(compared, typed);
  const change = (part: Partial<Typed>) => {
    key.current = newKey();
    setRefusal(null);
    setTyped({ ...typed, ...part });
  };
  const save = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await setGprProgress(gprId, { rows: [{ key: row.key, ...changes }] }, key.current);
      hapticSuccess();
      showToast(words.saved);
      onClose();
      await client.invalidateQueries({ queryKey: ["gpr"] });
    } catch (error) {
      if (error instanceof ApiError) key.current = newKey();
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={words.progress}
      caption={`${row.number} ${row.name}`}
      onClose={onClose}
      testId="progress-sheet"
      footer={
        <ActionBar
          text={words.save}
          enabled={Object.keys(changes).length > 0}
          busy={busy}
          onPress={() => void save()}
          testId="progress-save"
        />
      }
    >
      <p className="muted">{words.progressLine}</p>
      <TextField
        name="actualStart"
        type="date"
        label={words.actualStart}
        value={typed.start}
        onChange={(start) => change({ start })}
      />
      <TextField
        name="actualFinish"
        type="date"
        label={words.actualFinish}
        value={typed.finish}
        onChange={(finish) => change({ finish })}
      />
      {typed.start !== "" && typed.finish === "" && (
        <TextField
          name="remaining"
          label={words.remaining}
          decimal
          value={typed.left}
          max={5}
          onChange={(left) => change({ left: left.replaceAll(/\D/g, "") })}
        />
      )}
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="progress-refusal">
          {refusal}
        </p>
      )}
    </Sheet>
  );
}
