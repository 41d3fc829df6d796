import { schema } from "@stsphera/db";
import { defineLifecycle, makerOf, wordsOf } from "../../../kernel/index.ts";
import { subjectOf } from "../load-gpr.ts";
import { answerCase, answerDecisions, answerWorkflow } from "./answer-workflow.ts";
import type { AnswerRow, LoadedAnswer } from "./load-answer.ts";

/** The answer of an owner to a shift. What it says is told of the version. */
export const answerLifecycle = defineLifecycle({
  entity: "gpr_answer",
  workflow: answerWorkflow,
  input: null,
  table: schema.gprAnswers,
  rowOf: ({ answer }: LoadedAnswer) => answer,
  caseOf: (answer: AnswerRow, { actor }) => answerCase(answer, actor),
  tracked: ["status", "text", "answeredBy", "answeredAt"],
  columns: (step, to) => ({
    status: to,
    text: wordsOf(step.input),
    answeredBy: makerOf(step),
    answeredAt: step.ctx.now,
  }),
  eventsAbout: ({ gpr }) => subjectOf(gpr),
  payload: ({ after, loaded: { gpr } }) => ({
    number: gpr.number,
    answerId: after.id,
    shiftId: after.shiftId,
    ownerId: after.ownerId,
    to: after.status,
    text: after.text,
  }),
  decisionsOf: (answer) => answerDecisions(answer),
});
