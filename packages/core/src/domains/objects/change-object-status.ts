import { transitionCommand } from "../../kernel/index.ts";
import { lockObject } from "./load-object.ts";
import { objectLifecycle } from "./object-lifecycle.ts";
import { presentObjectState } from "./present-object.ts";

/** Makes a move of an object. */
export const changeObjectStatus = transitionCommand(objectLifecycle, {
  name: "object.change_status",
  id: "objectId",
  load: lockObject,
  answer: (ctx, object) => presentObjectState(ctx, object),
});
