import type { FactStatus } from "@stsphera/contracts";
import { can, limitOn, onBehalfOf, type Permission } from "@stsphera/rbac";
import { type Context, DomainError, forbidden, invalidField } from "../kernel/index.ts";
import { type Entry, isAuthor } from "./load-entry.ts";

type Move = { from: FactStatus; to: FactStatus; permission: Permission; needsReason: boolean };

/** Moves of an entry that people make; a parked one is booked by the system when its gate opens. */
export const FACT_MOVES: readonly Move[] = [
  { from: "submitted", to: "confirmed", permission: "fact.confirm", needsReason: false },
  { from: "submitted", to: "returned", permission: "fact.confirm", needsReason: true },
];

/**
 * The right to judge an entry: never one's own, nor that of the person whose right one holds as a deputy; a foreman
 * those of installers alone.
 */
export function assertMayDecide(
  ctx: Context,
  entry: Entry,
  author: { role: string | null },
  override: boolean,
): void {
  const target = { objectId: entry.objectId };
  if (!can(ctx.actor, "fact.confirm", target)) throw forbidden("fact.confirm");
  const installersOnly = limitOn(ctx.actor, "fact.confirm", target) === "installers_entries";
  if (installersOnly && author.role !== "installer")
    throw forbidden("fact.confirm", "installers_entries_only");
  const adminOverride = override && ctx.actor.kind === "user" && ctx.actor.role === "admin";
  const inTheAuthorsPlace = onBehalfOf(ctx.actor, "fact.confirm", target) === entry.authorId;
  if ((isAuthor(ctx, entry) || inTheAuthorsPlace) && !adminOverride) {
    throw forbidden("fact.confirm", "not_own_entry");
  }
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
