import type { Button } from "@stsphera/telegram";
import { packApproval } from "./approval-data.ts";
import { press } from "./buttons.ts";
import type { Turn } from "./turn.ts";

/** The button back to the approval list under a card opened from it; it stays while the card changes. */
export function wayBack(turn: Turn, kind: string, id: number): Button[] {
  const { opened } = turn.memory();
  if (opened === null || opened.kind !== kind || opened.id !== id) return [];
  return [press(turn.t("approvals.back"), packApproval({ action: "open", page: opened.page }))];
}
