import type { FactForm } from "@stsphera/contracts";
import { withUnit } from "@stsphera/contracts/format";
import { useMemo, useRef, useState } from "react";
import { ApiError } from "../../../shared/api/api-error.ts";
import { errorSentence, refusesField } from "../../../shared/api/error-sentence.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { hapticSuccess, hapticWarning } from "../../../shared/telegram/haptics.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { correctFact } from "../api/correct-fact.ts";
import { createActKey } from "./act-key.ts";
import { fieldsOf, judge, startDraft, type Draft } from "./draft.ts";
import { dropDraft, keepDraft, keptDraft } from "./kept-drafts.ts";
import { isKnowinglyAdded, lineName, type Target } from "./target.ts";
import { usePhotos } from "../../../kit/photos/use-photos.ts";
import { useRefresh } from "../../../kit/facts/use-refresh.ts";
import { queuePhotos, useSave } from "./use-save.ts";

type Props = {
  readonly objectId: number;
  readonly form: FactForm;
  readonly target: Target;
  readonly needsReason: boolean;
  readonly onClose: () => void;
};

/** The sheet's draft and what saving it means: a new entry, or the correction of one. */
export function useSheet({ objectId, form, target, needsReason, onClose }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const [draft, setDraft] = useState<Draft>(() => keptDraft(form, target) ?? startDraft(target, form));
  const [busy, setBusy] = useState(false);
  // Telegram's button may speak twice before the next drawing.
  const saving = useRef(false);
  const [refusal, setRefusal] = useState<{ code: string; message: string } | null>(null);
  const keyOf = useRef(createActKey());
  const photos = usePhotos(objectId);
  const saveEntry = useSave(objectId);
  const refresh = useRefresh(objectId);
  const [askedWhy, setAskedWhy] = useState(false);
  const isWhyDue = needsReason || askedWhy;
  const verdict = useMemo(() => judge(draft, target, isWhyDue), [draft, target, isWhyDue]);

  async function correct(value: number): Promise<void> {
    const fact = target.correcting;
    if (fact === undefined) return;
    const { fileIds, rest } = await photos.take();
    const reason = draft.correctionReason.trim();
    const fields = fieldsOf(draft, value, form.shiftHours, fileIds);
    const body = { version: fact.version, ...fields, ...(reason === "" ? {} : { reason }) };
    const answer = await correctFact(fact.id, body, keyOf.current(body));
    await queuePhotos({ objectId, title: lineName(target.line), of: answer.fact.id }, rest);
    hapticSuccess();
    showToast(words.corrected(withUnit(fields.quantity, target.line.workType.unit, locale)));
    dropDraft(form, target);
    void refresh();
    onClose();
  }

  async function enter(value: number, confirmDuplicate: boolean): Promise<void> {
    const { fileIds, rest } = await photos.take();
    const { floorVolumeId } = target.line;
    const fields = fieldsOf(draft, value, form.shiftHours, fileIds);
    const body = {
      floorVolumeId,
      date: form.date,
      shift: form.shift,
      ...fields,
      ...(confirmDuplicate || isKnowinglyAdded(target) ? { confirmDuplicate: true } : {}),
    };
    const saved = await saveEntry({ target, body, key: keyOf.current(body), photos: rest });
    if (saved.kind !== "refused") {
      dropDraft(form, target);
      onClose();
      return;
    }
    hapticWarning();
    setRefusal({ code: saved.error.code, message: errorSentence(saved.error) });
  }

  async function save(confirmDuplicate: boolean): Promise<void> {
    if (verdict.problem !== null || verdict.value === null || saving.current) return;
    saving.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      await (target.correcting ? correct(verdict.value) : enter(verdict.value, confirmDuplicate));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      hapticWarning();
      setAskedWhy(refusesField(error, "reason"));
      setRefusal({ code: error instanceof ApiError ? error.code : "", message: errorSentence(error) });
    } finally {
      saving.current = false;
      setBusy(false);
    }
  }

  function change(part: Partial<Draft>): void {
    setDraft((before) => {
      const next = { ...before, ...part };
      keepDraft(form, target, next);
      return next;
    });
  }

  return {
    draft,
    verdict,
    photos,
    busy,
    refusal,
    isWhyDue,
    save,
    change,
    forgive: () => setRefusal(null),
  };
}
