import { transitionCommand } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { extraLifecycle } from "./extra-lifecycle.ts";
import { lockExtra } from "./load-extra.ts";

/** Decides on an extra work: it becomes a volume by a document, or is rejected with a reason. */
export const decideExtra = transitionCommand(extraLifecycle, {
  name: "extra.decide",
  id: "extraId",
  load: lockExtra,
  assertOpen: ({ object }) => assertObjectOpen(object),
});
