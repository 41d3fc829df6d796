import { TASK_PRIORITIES } from "@stsphera/contracts";
import { z } from "zod";
import type { Turn } from "../../../engine/turn.ts";

const dialogue = z.object({
  feature: z.literal("new_task"),
  id: z.string(),
  step: z.enum(["object", "title", "who", "deadline", "confirm", "text"]),
  objectId: z.number().nullable().default(null),
  objectName: z.string().default(""),
  title: z.string().nullable().default(null),
  /** Null is nobody yet. */
  assignee: z.object({ id: z.number(), fullName: z.string() }).nullable().default(null),
  deadline: z.string().nullable().default(null),
  priority: z.enum(TASK_PRIORITIES).default("normal"),
  requiredPhotos: z.number().default(0),
  text: z.string().nullable().default(null),
  page: z.number().default(0),
  search: z.string().nullable().default(null),
});
export type NewTask = z.infer<typeof dialogue>;

/** What is stored of one; null for another feature's. */
export function readNewTask(stored: unknown): NewTask | null {
  const parsed = dialogue.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** The task that is being set, if one is. */
export const currentNewTask = (turn: Turn): NewTask | null => readNewTask(turn.memory().dialogue);

export const beginNewTask = (turn: Turn, fields: Partial<NewTask>): NewTask =>
  dialogue.parse({ feature: "new_task", id: turn.requestId, step: "object", ...fields });
