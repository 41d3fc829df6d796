import type { BotKey } from "../../locales/i18n.ts";
import { suspendable } from "../../engine/suspended.ts";
import { readTask, type TaskStep } from "./dialogue.ts";

/** What was being done with the task, as its button says it. */
const BEGUN = {
  decline: "task.button.decline",
  decline_words: "task.button.decline",
  submit: "task.button.submit",
  postpone: "task.button.postpone",
  postpone_words: "task.button.postpone",
  block: "task.button.block",
  block_who: "task.button.block",
  return: "task.button.return",
  ask: "task.button.ask",
  assign: "task.button.assign",
  assign_words: "task.button.assign",
  edit: "task.button.edit",
  edit_title: "task.button.edit",
  edit_text: "task.button.edit",
  edit_deadline: "task.button.edit",
  cancel: "task.button.cancel",
  reopen: "task.button.reopen",
  keep: "task.button.keep",
} as const satisfies Record<TaskStep, BotKey>;

/** A dialogue about a task waits with its photos, and with what was chosen or written before the last question. */
export const suspendedTask = suspendable({
  feature: "task",
  read: readTask,
  holds: (d) => d.photos.length > 0 || d.reason !== null || d.day !== null || d.personId !== null,
  words: ({ t }, d) => t("task.resumed", { what: t(BEGUN[d.step]), title: d.title }),
  otherwise: ({ t }) => t("command.tasks"),
});
