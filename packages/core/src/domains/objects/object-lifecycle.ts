import { objectTransitionInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { defineLifecycle, wordsOf } from "../../kernel/index.ts";
import { currentObject, type ObjectRow } from "./load-object.ts";
import {
  assertDoneOrListed,
  assertNoCriticalDefects,
  assertNoFacts,
  assertReadyForPlanning,
} from "./object-guards.ts";
import { objectCase, objectWorkflow } from "./object-workflow.ts";
import { todayOn } from "./work-on-object.ts";
import { rebuildSchedule } from "./rebuild-schedule.ts";

/** The moves of objects: a pause stores its first day, and resuming rebuilds the schedule. */
export const objectLifecycle = defineLifecycle({
  entity: "object",
  workflow: objectWorkflow,
  input: objectTransitionInput,
  table: schema.objects,
  rowOf: (object: ObjectRow) => object,
  caseOf: (object: ObjectRow) => objectCase(object),
  tracked: ["status", "heldSince"],
  columns: ({ ctx, loaded }, to) => ({
    status: to,
    heldSince: to === "on_hold" ? todayOn(ctx, loaded) : null,
  }),
  guards: {
    plan: (tx, { loaded }) => assertReadyForPlanning(tx, loaded),
    complete: (tx, { loaded, input }) => assertDoneOrListed(tx, loaded, input.reason),
    close: (tx, { loaded }) => assertNoCriticalDefects(tx, loaded),
    archive: (tx, { loaded }) => assertNoFacts(tx, loaded),
  },
  effects: async (tx, { move, loaded }) => {
    if (move === "reopen") await rebuildSchedule(tx, loaded.id);
    return {};
  },
  payload: ({ loaded, input, after }) => ({
    name: loaded.name,
    from: loaded.status,
    to: after.status,
    reason: wordsOf(input),
  }),
  current: currentObject,
});
