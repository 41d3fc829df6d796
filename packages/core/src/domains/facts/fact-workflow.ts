import type { FactMove, FactStatus } from "@stsphera/contracts/vocabulary";
import type { Actor } from "@stsphera/rbac";
import { UNDO_MINUTES } from "./fact-rules.ts";
import { type Case, defineWorkflow, mayMakeMove, notDoer } from "../../kernel/index.ts";

/** The part of an entry that decisions are judged by. */
export type JudgedEntry = { objectId: number; authorId: number; authorIsInstaller: boolean };
type FactCase = Case<FactStatus> & { readonly authorIsInstaller: boolean };

/** An entry as its decisions are judged; its author is the doer. */
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
  // A foreman may confirm only entries of installers.
  beyond: {
    sentence: "installers_entries_only",
    of: ({ authorIsInstaller }: FactCase) =>
      authorIsInstaller ? undefined : ("installers_entries" as const),
  },
  actorRule: notDoer<FactCase>("not_own_entry"),
} as const;

/** Moves of an entry made by users; a parked one is posted by the system when its gate opens. */
export const factWorkflow = defineWorkflow<FactCase, FactStatus>()<FactMove>({
  confirm: { ...decision, to: "confirmed", event: "fact.confirmed", undo: { minutes: UNDO_MINUTES } },
  return: { ...decision, to: "returned", event: "fact.returned", undo: { minutes: UNDO_MINUTES } },
});

/** Whether the actor may confirm such an entry while it waits. */
export const mayConfirm = (actor: Actor, entry: JudgedEntry): boolean =>
  mayMakeMove(actor, factWorkflow.moves.confirm, factCase(entry));
