import { host } from "../../../shared/telegram/host.ts";
import type { DraftStep, TypedDraft } from "./typed-draft.ts";

type Mirror = { readonly typed: TypedDraft; readonly dirty: readonly DraftStep[] };

const keyOf = (id: number | null) => `object-draft:${host.userId}:${id ?? "new"}`;

/** What was typed and not saved yet stays on the phone, so that a closed app loses nothing. */
export function keepMirror(id: number | null, mirror: Mirror): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(mirror));
  } catch {
    // A full or closed storage: the draft is still saved on the server a moment later.
  }
}

export function forgetMirror(id: number | null): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}

export function readMirror(id: number | null): Mirror | null {
  try {
    const text = localStorage.getItem(keyOf(id));
    return text === null ? null : (JSON.parse(text) as Mirror);
  } catch {
    return null;
  }
}
