export { type ActorRule, notDoer, only } from "./actor-rules.ts";
export { type Case, relationsOf } from "./case.ts";
export { addDecisions, type DecisionRow, writeDecisions } from "./decisions.ts";
export { decidingMoves } from "./deciding-moves.ts";
export { allowedMoves, hasRight, mayMake, type Right, rightTo, type Verdict } from "./judge.ts";
export {
  defineLifecycle,
  type Effects,
  type Lifecycle,
  makerOf,
  type Moved,
  type Step,
  wordsOf,
} from "./lifecycle.ts";
export { keepMove, type KeptMove, type Subject } from "./moves.ts";
export { snapshotOf } from "./snapshot.ts";
export { transitionCommand } from "./transition-command.ts";
export { judgeMany, moveMany } from "./transition-many.ts";
export { undoableUntil, undoCommand } from "./undo-command.ts";
export { type Decision, defineWorkflow, type Move, type Workflow } from "./workflow.ts";
