import type { FactForm } from "@stsphera/contracts";
import type { Draft } from "./draft.ts";
import type { Target } from "./target.ts";

/** What was typed into sheets that were closed before they were saved: a press on «back» may be a slip. */
const kept = new Map<string, Draft>();

/** Names the act: once something of the line was saved, what was typed before is no longer meant. */
const nameOf = ({ date }: FactForm, { line, correcting, queued }: Target): string =>
  JSON.stringify([line.floorVolumeId, date, correcting?.id, correcting?.version, line.today, queued]);

export function keptDraft(form: FactForm, target: Target): Draft | undefined {
  return target.mending === undefined ? kept.get(nameOf(form, target)) : undefined;
}
export const keepDraft = (form: FactForm, target: Target, draft: Draft): void =>
  void kept.set(nameOf(form, target), draft);
export const dropDraft = (form: FactForm, target: Target): void => void kept.delete(nameOf(form, target));
