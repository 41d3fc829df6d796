import type { FactMove, FactStatus } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { type Case, defineWorkflow, mayMakeMove, notDoer } from "../../kernel/index.ts";

/** As much of an entry as a decision is judged by. */
export type JudgedEntry = { objectId: number; authorId: number; authorIsInstaller: boolean };
type FactCase = Case<FactStatus> & { readonly authorIsInstaller: boolean };

/** An entry as its decisions are judged: the work of its author. */
export const factCase = (entry: JudgedEntry, status: FactStatus = "submitted"): FactCase => ({
  objectId: entry.objectId,
  state: status,
  ties: { author: entry.authorId },
  doers: [entry.authorId],
  authorIsInstaller: entry.authorIsInstaller,
});

const decision = {
  from: ["submitted"],
  permission: "fact.confirm",
  // A foreman's right reaches the entries of installers alone.
  beyond: {
    sentence: "installers_entries_only",
    of: ({ authorIsInstaller }: FactCase) =>
      authorIsInstaller ? undefined : ("installers_entries" as const),
  },
  actorRule: notDoer<FactCase>("not_own_entry"),
} as const;

/** Moves of an entry that people make; a parked one is booked by the system when its gate opens. */
export const factWorkflow = defineWorkflow<FactCase, FactStatus>()<FactMove>({
  confirm: { ...decision, to: "confirmed", event: "fact.confirmed" },
  return: { ...decision, to: "returned", event: "fact.returned" },
});

/** Whether the actor may judge such an entry while it waits. */
export const mayConfirm = (actor: Actor, entry: JudgedEntry): boolean =>
  mayMakeMove(actor, factWorkflow.moves.confirm, factCase(entry));
