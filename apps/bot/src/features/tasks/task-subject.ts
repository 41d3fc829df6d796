import { z } from "zod";

/** Which task a form is about, as its card was shown. */
export const taskSubject = z.object({
  taskId: z.number(),
  objectId: z.number(),
  /** The version the person sees: what others did meanwhile is told, not overwritten. */
  version: z.number(),
  title: z.string(),
  /** The request for a date that is decided on. */
  request: z.object({ id: z.number(), version: z.number() }).nullable(),
});
export type TaskSubject = z.infer<typeof taskSubject>;
