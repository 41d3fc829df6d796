import { transitionCommand } from "../../kernel/index.ts";
import { lockObject } from "./load-object.ts";
import { assertDoneOrListed, assertNoFacts, assertReadyForPlanning } from "./object-guards.ts";
import { objectLifecycle } from "./object-lifecycle.ts";
import { presentObjectState } from "./present-object.ts";

/** Makes a move of an object. */
export const changeObjectStatus = transitionCommand(objectLifecycle, {
  name: "object.change_status",
  id: "objectId",
  load: lockObject,
  guards: {
    plan: (tx, { loaded }) => assertReadyForPlanning(tx, loaded),
    complete: (tx, { loaded, input }) => assertDoneOrListed(tx, loaded, input.reason),
    archive: (tx, { loaded }) => assertNoFacts(tx, loaded),
  },
  answer: (ctx, object) => presentObjectState(ctx, object),
});
