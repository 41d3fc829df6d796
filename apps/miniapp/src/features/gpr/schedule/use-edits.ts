import type { GprEdit } from "@stsphera/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { isKept } from "../../../shared/api/passing.ts";
import { newKey, write } from "../../../shared/api/request.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { scheduleWords } from "./schedule-words.ts";

export type SaveState = "saved" | "saving" | "away" | "refused";

type Request = { readonly method: "PATCH" | "POST" | "PUT"; readonly path: string; readonly body: object };

/** Steps of editing a version; each is one write, after which the rows are read anew. */
export function useEdits(gprId: number) {
  const client = useQueryClient();
  const words = useWords(scheduleWords);
  const [state, setState] = useState<SaveState>("saved");
  /** What nobody answered goes again under its own key. */
  const unanswered = useRef<{ text: string; key: string } | null>(null);

  /** Throws what the server refuses, and silence. */
  async function run({ method, path, body }: Request) {
    const text = JSON.stringify([method, path, body]);
    const key = unanswered.current?.text === text ? unanswered.current.key : newKey();
    setState("saving");
    try {
      const address = `/api/gpr-versions/${gprId}${path}`;
      const answer = await write(method, address, { body, key }, (c) => c.gprEdited);
      unanswered.current = null;
      await client.invalidateQueries({ queryKey: ["gpr"] });
      setState("saved");
      hapticSuccess();
      return answer;
    } catch (error) {
      const isSilence = isKept(error);
      unanswered.current = isSilence ? { text, key } : null;
      setState(isSilence ? "away" : "refused");
      // A refusal may mean that somebody else was quicker.
      if (!isSilence) void client.invalidateQueries({ queryKey: ["gpr", gprId] });
      throw error;
    }
  }

  const takeBack = (path: "/undo" | "/redo") => run({ method: "POST", path, body: {} });
  /** An act of a button: a refusal is told at the thumb. */
  const told = (act: () => Promise<unknown>) => {
    act().catch((error: unknown) => showToast(errorSentence(error)));
  };
  const undo = () => told(() => takeBack("/undo"));
  return {
    state,
    run,
    edit: (edits: readonly GprEdit[]) => run({ method: "PATCH", path: "/rows", body: { edits } }),
    undo,
    redo: () => told(() => takeBack("/redo")),
    told,
    /** Says what was done, with the way back beside it. */
    say: (text: string) => showToast(text, { text: words.undo, onPress: undo, testId: "toast-undo" }),
  };
}
export type Edits = ReturnType<typeof useEdits>;
