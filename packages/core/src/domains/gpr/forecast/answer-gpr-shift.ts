import { answerGprShiftInput, id } from "@stsphera/contracts";
import type { GprAnswerMove } from "@stsphera/contracts/vocabulary";
import { z } from "zod";
import { command, type Context, personOf, type Verdict } from "../../../kernel/index.ts";
import { assertObjectOpen } from "../../objects/index.ts";
import { answerLifecycle } from "./answer-lifecycle.ts";
import { answersFor } from "./answer-workflow.ts";
import { type LoadedAnswer, lockAnswer } from "./load-answer.ts";

const [agree, object] = answerGprShiftInput.options;
const answer = { answerId: id };

/** Agrees to a shift of the forecast, or declines it with words; the project manager is told. */
export const answerGprShift = command({
  name: "gpr.answer_shift",
  permissions: ["gpr.answer"],
  lifecycle: answerLifecycle,
  input: z.discriminatedUnion("move", [agree.extend(answer), object.extend(answer)]),
  load: (tx, ctx, { answerId }) => lockAnswer(tx, ctx, answerId),
  authorize: (ctx, loaded, { move, version }) => {
    const verdict = answerLifecycle.judge(ctx, loaded, { move }, { version });
    assertObjectOpen(loaded.object);
    return named(ctx, loaded, verdict);
  },
  execute: async (tx, { ctx, input, target: loaded, verdict }) => {
    const step = { ctx, loaded, move: verdict.move, input, verdict };
    const { after, changes, events } = await answerLifecycle.make(tx, step);
    return { result: answerLifecycle.stateOf(ctx, after, loaded), changes, events };
  },
});

/** The right with the absent owner in whose name it is answered: who has rows of their own may hold it twice. */
function named(
  ctx: Context,
  { answer: { objectId, ownerId } }: LoadedAnswer,
  verdict: Verdict<GprAnswerMove>,
): Verdict<GprAnswerMove> {
  const own = personOf(ctx).id === ownerId || !answersFor(ctx.actor, { objectId, ownerId });
  return { ...verdict, right: { ...verdict.right, onBehalfOf: own ? null : ownerId } };
}
