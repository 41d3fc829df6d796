import type { Fact } from "@stsphera/contracts";
import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { QueuedAbout, useQueuedAbout } from "../../../kit/queued-here.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { aboutFact, moveFact, type FactMove } from "../api/move-fact.ts";
import { minutesUntil, useNow } from "../entry/use-now.ts";
import { useRefresh } from "../../../kit/facts/use-refresh.ts";
import { useUndoDecisions } from "../../../kit/facts/use-undo-decisions.ts";
import { useUndo } from "../entry/use-undo.ts";
import { ReturnSheet } from "./return-sheet.tsx";

type Props = { fact: Fact; what: string; onCorrect: () => void };

function useMove({ objectId, date }: Fact, what: string) {
  const words = useWords(factsWords);
  const refresh = useRefresh(objectId);
  const undo = useUndoDecisions(objectId);
  const [busy, setBusy] = useState(false);
  const move = async (change: FactMove, caption: string, done: string) => {
    setBusy(true);
    try {
      const told = { title: what, line: caption, href: `/objects/${objectId}/fact?day=${date}` };
      if (!(await moveFact(change, told))) return;
      hapticSuccess();
      showToast(done, { text: words.undo, onPress: () => void undo([change.id]), testId: "toast-undo" });
    } catch (error) {
      showToast(errorSentence(error));
    } finally {
      // The old version stays untouchable until the new one is there.
      void refresh().finally(() => setBusy(false));
    }
  };
  return { busy, move };
}

/** What the reader may do with an entry: confirm or return it, correct it, take it back. */
export function FactActions({ fact, what, onCorrect }: Props) {
  const words = useWords(factsWords);
  const [returning, setReturning] = useState(false);
  const { busy, move } = useMove(fact, what);
  const undo = useUndo(fact.objectId);
  const left = minutesUntil(fact.undoUntil, useNow());
  const { can, id, version } = fact;
  const mayConfirm = can?.confirm === true && fact.status === "submitted";
  const mayReturn = can?.decide === true;
  const undecide = useUndoDecisions(fact.objectId);
  const decisionLeft = minutesUntil(fact.decisionUndoUntil, useNow());
  const mayUndo = left !== null && can?.undo !== false;
  const about = aboutFact(id);
  if (useQueuedAbout(about).length > 0) return <QueuedAbout about={about} />;
  if (!mayConfirm && !mayReturn && !can?.correct && !mayUndo && decisionLeft === null) return null;
  return (
    <>
      <Chips>
        {mayConfirm && (
          <Chip
            primary
            disabled={busy}
            onPress={() => void move({ id, version, to: "confirmed" }, words.confirm, words.confirmed)}
            testId={`confirm-${id}`}
          >
            {words.confirm}
          </Chip>
        )}
        {mayReturn && (
          <Chip disabled={busy} onPress={() => setReturning(true)} testId={`return-${id}`}>
            {words.return}
          </Chip>
        )}
        {can?.correct && (
          <Chip disabled={busy} onPress={onCorrect} testId={`correct-${id}`}>
            {words.correct}
          </Chip>
        )}
        {decisionLeft !== null && (
          <Chip disabled={busy} onPress={() => void undecide([id])} testId={`undo-decision-${id}`}>
            {fact.status === "returned" ? words.undoReturn : words.undoConfirm} ·{" "}
            {words.undoFor(decisionLeft)}
          </Chip>
        )}
        {mayUndo && (
          <Chip disabled={busy} onPress={() => void undo(id, what)} testId={`undo-entry-${id}`}>
            {words.undo} · {words.undoFor(left)}
          </Chip>
        )}
      </Chips>
      {returning && (
        <ReturnSheet
          onClose={() => setReturning(false)}
          onReturn={(reason) => {
            setReturning(false);
            void move({ id, version, to: "returned", reason }, words.return, words.returned);
          }}
        />
      )}
    </>
  );
}
