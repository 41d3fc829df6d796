import { z } from "zod";
import { telegramPhoto } from "../../engine/photo-file.ts";
import type { Turn } from "../../engine/turn.ts";

/** Where a dialogue about a task stands. Those in {@link WORDS} wait for words. */
export const STEPS = [
  "decline",
  "decline_words",
  "submit",
  "postpone",
  "postpone_words",
  "block",
  "block_who",
  "return",
  "ask",
  "assign",
  "assign_words",
  "edit",
  "edit_title",
  "edit_text",
  "edit_deadline",
  "cancel",
  "reopen",
  "keep",
] as const;
export type TaskStep = (typeof STEPS)[number];

const dialogue = z.object({
  feature: z.literal("task"),
  id: z.string(),
  step: z.enum(STEPS),
  taskId: z.number(),
  /** The task's living card, which asks the questions too. */
  card: z.string(),
  objectId: z.number(),
  /** The version the person sees: what others did meanwhile is told, not overwritten. */
  version: z.number(),
  title: z.string(),
  page: z.number().default(0),
  search: z.string().nullable().default(null),
  day: z.string().nullable().default(null),
  reason: z.string().nullable().default(null),
  /** Who was chosen, while the reason is asked for. */
  personId: z.number().nullable().default(null),
  /** The request for a date that is decided on. */
  request: z.object({ id: z.number(), version: z.number() }).nullable().default(null),
  photos: z.array(telegramPhoto).default([]),
});
export type TaskDialogue = z.infer<typeof dialogue>;

/** What is stored of one; null for another feature's. */
export function readTask(stored: unknown): TaskDialogue | null {
  const parsed = dialogue.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** The dialogue about a task that is going on, if it is. */
export const currentTask = (turn: Turn): TaskDialogue | null => readTask(turn.memory().dialogue);

/** Name of a task's living card in a chat: notifications edit the same one. */
export const taskCardKey = (taskId: number): string => `task:${taskId}`;

type Subject = Pick<TaskDialogue, "taskId" | "objectId" | "version" | "title">;

/** A dialogue that begins with this update. */
export function newTaskDialogue(
  turn: Turn,
  subject: Subject,
  step: TaskStep,
  fields: Partial<TaskDialogue> = {},
): TaskDialogue {
  const card = taskCardKey(subject.taskId);
  return dialogue.parse({ feature: "task", id: turn.requestId, step, card, ...subject, ...fields });
}
