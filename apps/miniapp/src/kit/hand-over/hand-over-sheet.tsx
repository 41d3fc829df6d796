import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Sheet } from "../../shared/ui/sheet.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { giveTasks } from "./hand-over.ts";
import { HandOverChoice, useHandOver } from "./hand-over-choice.tsx";
import { handOverWords } from "./hand-over-words.ts";

type Props = {
  object: { readonly id: number; readonly name: string };
  userId: number;
  fullName: string;
  onClose: () => void;
};

/** Gives all that somebody has on hand on an object to another of its members. */
export function HandOverSheet({ object, userId, fullName, onClose }: Props) {
  const words = useWords(handOverWords);
  const client = useQueryClient();
  const handOver = useHandOver(object.id, userId);
  const [heir, setHeir] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { movable } = handOver;
  const give = async () => {
    if (heir === null) return;
    setBusy(true);
    try {
      await giveTasks(object.id, movable, { assigneeId: heir, reason: words.reason(fullName) });
      showToast(words.given(movable.length));
      onClose();
    } catch (error) {
      setRefusal(errorSentence(error));
      setBusy(false);
    } finally {
      await client.invalidateQueries();
    }
  };
  return (
    <Sheet
      title={words.title}
      caption={object.name}
      onClose={onClose}
      testId="hand-over-sheet"
      footer={
        <ActionBar
          text={words.give}
          enabled={heir !== null && movable.length > 0}
          busy={busy}
          onPress={() => void give()}
          testId="give-tasks"
        />
      }
    >
      <div className="stack">
        <HandOverChoice {...handOver} chosen={heir} mayStay={false} onChoose={setHeir} />
        {refusal !== null && (
          <p className="form-refusal" role="alert" data-testid="form-refusal">
            {refusal}
          </p>
        )}
      </div>
    </Sheet>
  );
}
