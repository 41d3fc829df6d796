import { listMyApprovals } from "@stsphera/core";
import { type Approval, APPROVAL_KINDS } from "@stsphera/contracts";
import { insideLine, WAITING_ROWS } from "@stsphera/contracts/waiting/captions";
import type { BotKey } from "../locales/i18n.ts";
import { type Button } from "@stsphera/telegram";
import { packApproval } from "./approval-data.ts";
import { press } from "./buttons.ts";
import { MAX_ROWS } from "./list-card.ts";
import type { Turn } from "./turn.ts";

/** Everything that waits for the user's decision; `more` when not everything was read. */
export type Waiting = { items: readonly Approval[]; more: boolean };

export async function whatWaits(turn: Turn): Promise<Waiting> {
  const { items, nextCursor } = await listMyApprovals.run(turn.context(), { limit: MAX_ROWS });
  return { items, more: nextCursor !== null };
}

/** Number of decisions: a day of facts counts each of its entries. */
export const countOf = (items: readonly Approval[]): number =>
  items.reduce((sum, { entries }) => sum + (entries ?? 1), 0);

/** «6», or «200+» when more exist than were read. */
export const waitingNumber = ({ items, more }: Waiting): string => `${countOf(items)}${more ? "+" : ""}`;

/** «факт 4 · проверка 1 · сроки 1»; null when nothing waits. */
export function waitingText({ locale }: Turn, { items }: Waiting): string | null {
  const parts = APPROVAL_KINDS.flatMap((kind) => {
    const count = countOf(items.filter((item) => item.kind === kind));
    return count === 0 ? [] : [`${insideLine(WAITING_ROWS[locale][kind].short)} ${count}`];
  });
  return parts.length === 0 ? null : parts.join(" · ");
}

/** «Разобрать · 6», the button to the list; none when nothing waits. */
export function waitingButton(turn: Turn, waiting: Waiting, caption: BotKey = "approvals.open"): Button[] {
  if (waiting.items.length === 0) return [];
  const number = waitingNumber(waiting);
  return [press(turn.t(caption, { number }), packApproval({ action: "open", page: 0 }))];
}
