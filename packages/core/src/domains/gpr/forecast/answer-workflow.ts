import type { GprAnswerMove, GprAnswerStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, heldAs } from "@stsphera/rbac";
import { type Case, type Decision, defineWorkflow, only } from "../../../kernel/index.ts";

/** An answer as it is judged: the owner whose rows a shift moved gives it. */
export type JudgedAnswer = { objectId: number; ownerId: number; status: GprAnswerStatus };

/** Whether the actor answers for this owner: for themselves, or as the deputy of an owner who is away. */
export const answersFor = (actor: Actor, { objectId, ownerId }: Omit<JudgedAnswer, "status">): boolean =>
  heldAs(actor, "gpr.answer", { objectId, relations: ["responsible"] }).includes(ownerId);

/** An answer as its moves are judged by an actor, who stands in for absent owners too. */
export function answerCase(answer: JudgedAnswer, actor: Actor): Case<GprAnswerStatus> {
  const answers = actor.kind === "user" && answersFor(actor, answer);
  return {
    objectId: answer.objectId,
    state: answer.status,
    ties: { responsible: answers ? actor.id : null },
    doers: [],
  };
}

const answering = {
  from: ["open"],
  permission: "gpr.answer",
  actorRule: only<Case<GprAnswerStatus>>("responsible", "gpr_not_asked"),
  event: "gpr.shift_answered",
} as const;

/** Who is touched by a shift agrees or declines; the system alone closes what a new version overtakes. */
export const answerWorkflow = defineWorkflow<Case<GprAnswerStatus>, GprAnswerStatus>()<GprAnswerMove>({
  agree: { ...answering, to: "agreed" },
  object: { ...answering, to: "objected" },
});

/** An open answer waits for its owner. */
export function answerDecisions({
  ownerId,
  status,
  createdAt,
}: Omit<JudgedAnswer, "objectId"> & { createdAt: Date }): readonly Decision[] {
  if (status !== "open") return [];
  return [
    {
      kind: "gpr_shift",
      permission: "gpr.answer",
      relation: "responsible",
      holderId: ownerId,
      dueOn: null,
      since: createdAt,
    },
  ];
}
