import type { WorkType } from "@stsphera/contracts";
import type { Unit } from "@stsphera/contracts/vocabulary";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { createDraft, DRAFTS_KEY, getDraft, saveDraft } from "../api/draft-requests.ts";
import { goTo } from "../../../shared/navigation.ts";
import { forgetMirror, keepMirror, readMirror } from "./draft-mirror.ts";
import { createDraftSaver, type DraftSaver, type SaveState } from "./draft-saver.ts";
import { draftAddress } from "./wizard-steps.ts";
import { type DraftStep, typedFrom, type TypedDraft } from "./typed-draft.ts";

type Loaded = { readonly typed: TypedDraft; readonly saver: DraftSaver };

/** A draft as typed here: loaded, changed, saved by itself; `id` null is one that nobody has typed into yet. */
export function useDraft(id: number | null, works: readonly WorkType[] | undefined) {
  const client = useQueryClient();
  const units = useRef<ReadonlyMap<number, Unit>>(new Map());
  const here = useRef<number | null>(id);
  const current = useRef<Loaded | null>(null);
  const [asked, setAsked] = useState({ id, turn: 0 });
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [save, setSave] = useState<SaveState>({ kind: "saved" });
  if (asked.id !== id) setAsked({ id, turn: 0 });

  useEffect(() => {
    units.current = new Map((works ?? []).map((work) => [work.id, work.unit]));
  }, [works]);

  useEffect(() => {
    // The draft that was just created here is the one that stands here.
    if (current.current !== null && here.current === asked.id) return undefined;
    here.current = asked.id;
    let gone = false;
    const start = (known: { id: number; version: number } | null, typed: TypedDraft) => {
      const told = {
        units: () => units.current,
        onCreated: (draft: { id: number }) => {
          const mirror = readMirror(null);
          forgetMirror(null);
          if (mirror !== null) keepMirror(draft.id, mirror);
          here.current = draft.id;
          const step = new URLSearchParams(window.location.search).get("step");
          goTo(draftAddress(draft.id, Number(step) || 1), true);
        },
        onState: (state: SaveState) => {
          setSave(state);
          if (state.kind !== "saved") return;
          forgetMirror(here.current);
          void client.invalidateQueries({ queryKey: DRAFTS_KEY });
        },
      };
      const saver = createDraftSaver(known, told, { createDraft, getDraft, saveDraft });
      const mirror = readMirror(known?.id ?? null);
      const next = { typed: { ...typed, ...mirror?.typed }, saver };
      current.current = next;
      setLoaded(next);
      if (mirror !== null) saver.change(mirror.typed, mirror.dirty);
    };
    const load = async (draftId: number) => {
      try {
        const draft = await getDraft(draftId);
        if (gone) return;
        if (draft.objectId !== null) goTo(`/objects/${draft.objectId}`, true);
        else start(draft, typedFrom(draft.data));
      } catch (failure) {
        if (!gone) setError(failure instanceof Error ? failure : new Error(String(failure)));
      }
    };
    setError(null);
    if (asked.id === null) start(null, typedFrom({}));
    else void load(asked.id);
    return () => {
      gone = true;
    };
  }, [asked, client]);

  // What was typed last is sent when the screen is left.
  useEffect(() => () => current.current?.saver.stop(), []);

  const change = useCallback((part: Partial<TypedDraft>, ...steps: DraftStep[]) => {
    const before = current.current;
    if (before === null) return;
    const typed = { ...before.typed, ...part };
    const next = { ...before, typed };
    current.current = next;
    setLoaded(next);
    before.saver.change(typed, steps);
    keepMirror(here.current, { typed, dirty: before.saver.dirtySteps() });
  }, []);

  return { loaded, error, save, change, retry: () => setAsked({ id, turn: asked.turn + 1 }) };
}
