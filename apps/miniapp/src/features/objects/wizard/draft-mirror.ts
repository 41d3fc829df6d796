import { onPhone } from "../../../shared/storage.ts";
import { host } from "../../../shared/telegram/host.ts";
import type { DraftStep, TypedDraft } from "./typed-draft.ts";

type Mirror = { readonly typed: TypedDraft; readonly dirty: readonly DraftStep[] };

const keyOf = (id: number | null) => `object-draft:${host.userId}:${id ?? "new"}`;

/** What was typed and not saved yet stays on the phone, so that a closed app loses nothing. */
export function keepMirror(id: number | null, mirror: Mirror): void {
  onPhone.setItem(keyOf(id), JSON.stringify(mirror));
}

export function forgetMirror(id: number | null): void {
  onPhone.removeItem(keyOf(id));
}

export function readMirror(id: number | null): Mirror | null {
  const text = onPhone.getItem(keyOf(id));
  return text === null ? null : (JSON.parse(text) as Mirror);
}
