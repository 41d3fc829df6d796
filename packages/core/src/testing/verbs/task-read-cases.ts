import { can, type UserActor } from "@stsphera/rbac";
import type { PreparedWorld } from "./prepared-world.ts";
import type { Expected, VerbCase } from "./verb-case.ts";

/** For an observer there is no task; that an object has a list of them he may know. */
const hidden = ({ here }: PreparedWorld, actor: UserActor): Expected | null =>
  can(actor, "task.view", { objectId: here.id }) ? null : "not_found";

export const TASK_READ_CASES: Readonly<Record<string, VerbCase>> = {
  "task.get": {
    permission: "task.view",
    onObject: true,
    unless: hidden,
    input: ({ prepared: { taskId } }) => ({ taskId }),
  },
  "task.comments": {
    permission: "task.view",
    onObject: true,
    unless: hidden,
    input: ({ prepared: { taskId } }) => ({ taskId }),
  },
  "task.list": {
    permission: "task.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "task.team": {
    permission: "task.view_all",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "task.mine": { permission: "self", input: () => ({}) },
  "approval.list": { permission: "self", input: () => ({}) },
};
