import {
  changeTaskStatus,
  commentTask,
  decideReschedule,
  requestReschedule,
  undoTaskMove,
  updateTask,
} from "@stsphera/core";
import type { TaskCard } from "@stsphera/contracts";
import type { taskForms } from "@stsphera/contracts/tasks/forms";
import type { Filled } from "../../engine/forms/form-feature.ts";
import type { TaskSubject } from "./task-subject.ts";

type FilledTask = Filled<TaskSubject, TaskCard, typeof taskForms>;

/** The verb of each form with what it gathered; the photos are written down already. */
export function writeTask(filled: FilledTask, fileIds: number[]): Promise<unknown> {
  const { turn, state, subject } = filled;
  const { taskId, version, request } = subject;
  const ctx = turn.context(`tg:task:${state.id}`);
  const task = { taskId, version };
  const asked = { requestId: request?.id ?? 0, version: request?.version ?? 0 };
  switch (filled.form) {
    case "take":
    case "accept":
    case "unblock":
      return changeTaskStatus.run(ctx, { ...task, move: filled.form });
    case "submit":
      return changeTaskStatus.run(ctx, { ...task, move: filled.form, fileIds });
    case "decline":
    case "return":
    case "cancel":
    case "reopen":
      return changeTaskStatus.run(ctx, { ...task, move: filled.form, reason: filled.answers.reason.text });
    case "block": {
      const { reason, blocker } = filled.answers;
      const waits = { reason: reason.text, blocker: { userId: blocker.id } };
      return changeTaskStatus.run(ctx, { ...task, move: filled.form, ...waits });
    }
    case "assign":
      return changeTaskStatus.run(ctx, {
        ...task,
        move: filled.form,
        assigneeId: filled.answers.assigneeId.id,
      });
    case "reassign": {
      const { reason, assigneeId } = filled.answers;
      const passed = { reason: reason.text, assigneeId: assigneeId.id };
      return changeTaskStatus.run(ctx, { ...task, move: filled.form, ...passed });
    }
    case "undo":
      return undoTaskMove.run(ctx, { taskId });
    case "approve":
      return decideReschedule.run(ctx, { ...asked, move: filled.form });
    case "refuse":
      return decideReschedule.run(ctx, { ...asked, move: filled.form, reason: filled.answers.reason.text });
    case "postpone": {
      const { deadline, reason } = filled.answers;
      return requestReschedule.run(ctx, { taskId, deadline, reason: reason.text });
    }
    case "edit":
      return updateTask.run(ctx, { ...task, ...filled.answers });
    case "comment": {
      // Photos may be sent without words.
      const text = filled.answers.text === "" ? turn.t("task.photo_comment") : filled.answers.text;
      return commentTask.run(ctx, { taskId, text, fileIds });
    }
  }
}
