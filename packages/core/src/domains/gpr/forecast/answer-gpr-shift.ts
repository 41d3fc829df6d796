import { transitionCommand } from "../../../kernel/index.ts";
import { assertObjectOpen } from "../../objects/index.ts";
import { answerLifecycle } from "./answer-lifecycle.ts";
import { lockAnswer } from "./load-answer.ts";

/** Agrees to a shift of the forecast, or declines it with words; the project manager is told. */
export const answerGprShift = transitionCommand(answerLifecycle, {
  name: "gpr.answer_shift",
  id: "answerId",
  load: lockAnswer,
  assertOpen: ({ object }) => assertObjectOpen(object),
});
