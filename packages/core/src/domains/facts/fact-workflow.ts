import type { FactStatus } from "@stsphera/contracts";
import { can, type Permission } from "@stsphera/rbac";
import { type Context, DomainError, forbidden, invalidField } from "../../kernel/index.ts";
import { holdsConfirm, type JudgedEntry, mayConfirm } from "./may-confirm.ts";

type Move = { from: FactStatus; to: FactStatus; permission: Permission; needsReason: boolean };

/** Moves of an entry that people make; a parked one is booked by the system when its gate opens. */
export const FACT_MOVES: readonly Move[] = [
  { from: "submitted", to: "confirmed", permission: "fact.confirm", needsReason: false },
  { from: "submitted", to: "returned", permission: "fact.confirm", needsReason: true },
];

/** Refuses whoever may not judge the entry; an admin may judge his own, and says why. */
export function assertMayDecide(ctx: Context, entry: JudgedEntry, override: boolean): void {
  const { objectId } = entry;
  if (!can(ctx.actor, "fact.confirm", { objectId })) throw forbidden("fact.confirm");
  if (!holdsConfirm(ctx.actor, entry)) throw forbidden("fact.confirm", "installers_entries_only");
  const adminOverride = override && ctx.actor.kind === "user" && ctx.actor.role === "admin";
  if (!mayConfirm(ctx.actor, entry) && !adminOverride) throw forbidden("fact.confirm", "not_own_entry");
}

export function moveOf(from: FactStatus, to: FactStatus, reason: string | undefined): Move {
  const move = FACT_MOVES.find((one) => one.from === from && one.to === to);
  if (move === undefined) {
    throw new DomainError("invalid_transition", {
      allowed: FACT_MOVES.filter((one) => one.from === from).map((one) => one.to),
    });
  }
  if (move.needsReason && reason === undefined) throw invalidField("reason", "reason_of_return");
  return move;
}
