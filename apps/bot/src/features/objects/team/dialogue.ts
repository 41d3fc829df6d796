import { invitedRole } from "@stsphera/contracts";
import { z } from "zod";
import type { Turn } from "../../../engine/turn.ts";

const dialogue = z.object({
  feature: z.literal("team"),
  id: z.string(),
  step: z.enum(["who", "role", "confirm", "invite", "uses"]),
  objectId: z.number(),
  objectName: z.string(),
  person: z.object({ id: z.number(), fullName: z.string() }).nullable().default(null),
  role: invitedRole.nullable().default(null),
  page: z.number().default(0),
  search: z.string().nullable().default(null),
});
export type TeamDialogue = z.infer<typeof dialogue>;

/** What is stored of one; null for another feature's. */
export function readTeam(stored: unknown): TeamDialogue | null {
  const parsed = dialogue.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** The dialogue about a team that is going on, if it is. */
export const currentTeam = (turn: Turn): TeamDialogue | null => readTeam(turn.memory().dialogue);

export const newTeamDialogue = (
  turn: Turn,
  step: "who" | "invite",
  object: { id: number; name: string },
): TeamDialogue =>
  dialogue.parse({
    feature: "team",
    id: turn.requestId,
    step,
    objectId: object.id,
    objectName: object.name,
  });
