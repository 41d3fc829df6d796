import { z } from "zod";
import type { Turn } from "../../../engine/turn.ts";

const dialogue = z.object({
  feature: z.literal("admin"),
  id: z.string(),
  step: z.enum(["search", "deactivate", "reactivate"]),
  person: z.object({ id: z.number(), version: z.number(), fullName: z.string() }).nullable().default(null),
});
export type AdminDialogue = z.infer<typeof dialogue>;

/** What is stored of one; null for another feature's. */
export function readAdmin(stored: unknown): AdminDialogue | null {
  const parsed = dialogue.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** The dialogue of /admin that is going on, if it is. */
export const currentAdmin = (turn: Turn): AdminDialogue | null => readAdmin(turn.memory().dialogue);

export const newAdminDialogue = (turn: Turn, fields: Partial<AdminDialogue>): AdminDialogue =>
  dialogue.parse({ feature: "admin", id: turn.requestId, step: "search", ...fields });
