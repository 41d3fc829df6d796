import type { DraftData, ObjectDraft } from "@stsphera/contracts";
import type { Unit } from "@stsphera/contracts/vocabulary";
import { ApiError } from "../../../shared/api/api-error.ts";
import { isPassing } from "../../../shared/api/passing.ts";
import { dataOf, type DraftStep, type TypedDraft } from "./typed-draft.ts";

export type SaveState =
  | { readonly kind: "saved" | "saving" | "waiting" }
  | { readonly kind: "refused"; readonly error: unknown };

type Known = Pick<ObjectDraft, "id" | "version">;
type Attempt = { readonly step: DraftStep; readonly body: object; readonly key: string };
type Told = {
  readonly onState: (state: SaveState) => void;
  readonly onCreated: (draft: Known) => void;
  /** Where the person is now, kept with a new draft. */
  readonly units: () => ReadonlyMap<number, Unit>;
};

type Api = {
  readonly createDraft: (draft: { data: DraftData; step: number }, key: string) => Promise<Known>;
  readonly getDraft: (id: number) => Promise<Known>;
  readonly saveDraft: (id: number, step: object, key: string) => Promise<Known>;
};

const ALL_STEPS: readonly DraftStep[] = [1, 2, 3, 4, 5];
const QUIET_MS = 600;
const AGAIN_MS = 5000;

/**
 * Saves what is typed a moment after the last letter, step by step, one request at a time. What found no network is sent
 * again with its own key; a draft that was changed on another device takes what was typed last.
 */
export function createDraftSaver(known: Known | null, told: Told, api: Api) {
  let draft = known;
  let typed: TypedDraft | null = null;
  const dirty = new Set<DraftStep>();
  let attempt: Attempt | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const nextAttempt = (): Attempt | null => {
    const [step] = [...dirty].sort();
    if (step === undefined || typed === null) return null;
    const data =
      draft === null
        ? {
            ...dataOf(1, typed, told.units()),
            ...dataOf(2, typed, told.units()),
            ...dataOf(3, typed, told.units()),
          }
        : dataOf(step, typed, told.units());
    if (draft === null) for (const stored of [1, 2, 3] as const) dirty.delete(stored);
    else dirty.delete(step);
    return { step, body: { data, step }, key: crypto.randomUUID() };
  };

  async function send({ body, key }: Attempt): Promise<void> {
    if (draft === null) {
      draft = await api.createDraft(body as { data: DraftData; step: number }, key);
      told.onCreated(draft);
      return;
    }
    const { id, version } = draft;
    try {
      draft = await api.saveDraft(id, { ...body, version }, key);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "version_conflict") throw error;
      draft = await api.getDraft(id);
      draft = await api.saveDraft(id, { ...body, version: draft.version }, crypto.randomUUID());
    }
  }

  async function run(): Promise<void> {
    told.onState({ kind: "saving" });
    for (attempt ??= nextAttempt(); attempt !== null; attempt = nextAttempt()) {
      try {
        await send(attempt);
      } catch (error) {
        if (isPassing(error)) {
          told.onState({ kind: "waiting" });
          timer = setTimeout(() => void flush(), AGAIN_MS);
        } else {
          dirty.add(attempt.step);
          attempt = null;
          told.onState({ kind: "refused", error });
        }
        return;
      }
    }
    told.onState({ kind: "saved" });
  }

  /** Saves at once whatever is not saved; what is known of the draft then. */
  async function flush(): Promise<Known | null> {
    clearTimeout(timer);
    // What was typed while a request was on its way waits for it.
    const turn = running.then(() => (dirty.size > 0 || attempt !== null ? run() : undefined));
    running = turn;
    await turn;
    return dirty.size === 0 && attempt === null ? draft : null;
  }

  return {
    flush,
    isClean: () => dirty.size === 0 && attempt === null,
    /** Steps that the server may not have yet, those on their way among them. */
    dirtySteps: (): DraftStep[] => {
      const onTheirWay = attempt === null ? [] : draft === null ? ALL_STEPS : [attempt.step];
      return [...new Set([...onTheirWay, ...dirty])];
    },
    change(next: TypedDraft, steps: readonly DraftStep[]) {
      typed = next;
      for (const step of steps) dirty.add(step);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), QUIET_MS);
    },
    stop() {
      clearTimeout(timer);
      void flush();
    },
  };
}
export type DraftSaver = ReturnType<typeof createDraftSaver>;
