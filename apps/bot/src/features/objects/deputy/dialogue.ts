import { z } from "zod";
import type { Turn } from "../../../engine/turn.ts";

const person = z.object({ id: z.number(), fullName: z.string() });
const dialogue = z.object({
  feature: z.literal("deputy"),
  id: z.string(),
  step: z.enum(["who", "term"]),
  objectId: z.number(),
  objectName: z.string(),
  /** Who is away, and who stands in for him. */
  principal: person,
  deputy: person.nullable().default(null),
  page: z.number().default(0),
  search: z.string().nullable().default(null),
});
export type DeputyDialogue = z.infer<typeof dialogue>;

/** What is stored of one; null for another feature's. */
export function readDeputy(stored: unknown): DeputyDialogue | null {
  const parsed = dialogue.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** The naming of a deputy that is going on, if it is. */
export const currentDeputy = (turn: Turn): DeputyDialogue | null => readDeputy(turn.memory().dialogue);

export const newDeputyDialogue = (
  turn: Turn,
  object: { id: number; name: string },
  principal: { id: number; fullName: string },
): DeputyDialogue =>
  dialogue.parse({
    feature: "deputy",
    id: turn.requestId,
    step: "who",
    objectId: object.id,
    objectName: object.name,
    principal,
  });
