import type { RefusalCode } from "@stsphera/contracts/refusals";
import { can, limitOn, type Permission } from "@stsphera/rbac";
import {
  type Change,
  type Context,
  DomainError,
  forbidden,
  personOf,
  undoableUntil,
} from "../../kernel/index.ts";
import { isChangeable, takesFactsOn, todayOn } from "../objects/index.ts";
import { mayConfirm } from "./fact-workflow.ts";
import { takesNoFacts, UNDO_MINUTES } from "./fact-rules.ts";
import type { StandingFact } from "./fact-standing.ts";

/** Why an act is refused, as an error that is made only to be thrown; null when it is allowed. */
type Why = (() => DomainError) | null;
type Check = (ctx: Context, fact: StandingFact) => Why;

const lacks =
  (permission: Permission, sentence?: RefusalCode): Why =>
  () =>
    forbidden(permission, sentence);
const conflict =
  (sentence: RefusalCode): Why =>
  () =>
    new DomainError("conflict", { sentence });

const isAuthor = ({ actor }: Context, { authorId }: StandingFact) =>
  actor.kind === "user" && actor.id === authorId;
/** Project managers and PTO take back and correct any entry. */
export const keepsFacts = ({ actor }: Context, { objectId }: StandingFact) =>
  can(actor, "fact.reverse", { objectId });
const isAuthors = (ctx: Context, fact: StandingFact) => isAuthor(ctx, fact) && fact.status !== "confirmed";

/** The right to take back an entry: project managers and PTO any, authors their own until it is confirmed. */
export const rightToTakeBack = (ctx: Context, fact: StandingFact): Required<Change>["right"] => ({
  permission: "fact.reverse",
  relations: isAuthors(ctx, fact) ? ["author"] : [],
});
const inPeriod = (ctx: Context, { correctUntil, object }: StandingFact) =>
  correctUntil === null || todayOn(ctx, object) <= correctUntil;

/** Entering and correcting work needs the right on the object; an installer has it for their own crew only. */
export function whyNotEnter(ctx: Context, objectId: number, crewUserIds: readonly number[]): Why {
  if (!can(ctx.actor, "fact.enter", { objectId })) return lacks("fact.enter");
  const ownOnly = limitOn(ctx.actor, "fact.enter", { objectId }) === "own_crew";
  return ownOnly && !crewUserIds.includes(personOf(ctx).id) ? lacks("fact.enter", "own_crew_only") : null;
}

/** Why nothing about an entry may change any more: its object is over, or it was taken back. */
export function whyFinal({ object, kind, reversedById }: StandingFact): Why {
  if (!isChangeable(object.status)) return conflict("object_is_over");
  if (kind === "reversal") return conflict("reversal_is_final");
  return reversedById === null ? null : conflict("already_reversed");
}

/** Why an entry cannot be confirmed yet: the photo of its cell is due. */
export const whyNoPhoto = ({ photoDue }: StandingFact): Why => (photoDue ? conflict("photo_due") : null);

const final: Check = (_ctx, fact) => whyFinal(fact);
const enters: Check = (ctx, { objectId, crewUserIds = [] }) => whyNotEnter(ctx, objectId, crewUserIds);
const takesBack: Check = (ctx, fact) => {
  const { permission, ...ties } = rightToTakeBack(ctx, fact);
  return can(ctx.actor, permission, { objectId: fact.objectId, ...ties }) ? null : lacks(permission);
};
const unconfirmed: Check = (_ctx, { status }) =>
  status === "confirmed" ? conflict("already_confirmed") : null;
const authorOnly =
  (sentence: RefusalCode): Check =>
  (ctx, fact) =>
    isAuthor(ctx, fact) ? null : lacks("fact.enter", sentence);

/** What a correction writes is entered, so its author is judged as at entering. */
const corrects: Check = (ctx, fact) =>
  takesBack(ctx, fact) ?? (keepsFacts(ctx, fact) ? null : enters(ctx, fact));
const takesItsDay: Check = (_ctx, { object, date }) =>
  takesFactsOn(object, date) ? null : () => takesNoFacts(object.status);
const inAuthorsPeriod: Check = (ctx, fact) =>
  keepsFacts(ctx, fact) || inPeriod(ctx, fact) ? null : conflict("correction_time_over");

/** Until when the actor may undo their own decision on an entry; null when it is not theirs or the time is over. */
export function decisionUndoUntil(ctx: Context, fact: StandingFact): Date | null {
  const { decision } = fact;
  if (decision === null || ctx.actor.kind !== "user" || ctx.actor.id !== decision.by) return null;
  const until = undoableUntil(decision.at, UNDO_MINUTES);
  return ctx.now < until && whyFinal(fact) === null && mayConfirm(ctx.actor, fact) ? until : null;
}

export const undoUntil = ({ createdAt }: StandingFact): Date =>
  new Date(createdAt.getTime() + UNDO_MINUTES * 60_000);
const inUndoTime: Check = (ctx, fact) => (ctx.now < undoUntil(fact) ? null : conflict("undo_time_over"));

/** The only place that says who may do what to an entry: verbs throw by it, cards draw by it. */
const ACTS = {
  undo: [authorOnly("only_author_undoes"), enters, final, unconfirmed, inUndoTime],
  correct: [corrects, final, takesItsDay, inAuthorsPeriod],
  reverse: [takesBack, final],
  explain: [authorOnly("only_author_explains"), enters, final, unconfirmed],
  addPhotos: [enters, final, unconfirmed],
} as const satisfies Record<string, readonly Check[]>;
export type FactAct = keyof typeof ACTS;

function whyNot(ctx: Context, act: FactAct, fact: StandingFact): Why {
  for (const check of ACTS[act]) {
    const why = check(ctx, fact);
    if (why !== null) return why;
  }
  return null;
}

export const mayAct = (ctx: Context, act: FactAct, fact: StandingFact): boolean =>
  whyNot(ctx, act, fact) === null;

/** Throws forbidden without the right, else conflict. */
export const assertMayAct = (ctx: Context, act: FactAct, fact: StandingFact): void =>
  assertAllowed(whyNot(ctx, act, fact));

export function assertAllowed(why: Why): void {
  if (why !== null) throw why();
}

/** Whether an entry is corrected as one's own, without a reason; project managers and PTO may in any case. */
export const correctsAsAuthor = (ctx: Context, fact: StandingFact): boolean =>
  isAuthors(ctx, fact) && enters(ctx, fact) === null && inPeriod(ctx, fact);
