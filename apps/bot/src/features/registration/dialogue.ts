import { z } from "zod";
import type { Turn } from "../../engine/turn.ts";

const dialogue = z.object({
  feature: z.literal("registration"),
  id: z.string(),
  step: z.enum(["name", "phone", "rename"]),
  fullName: z.string().optional(),
});
export type RegistrationDialogue = z.infer<typeof dialogue>;

/** The dialogue of registration that is going on, if it is. */
export function currentDialogue(turn: Turn): RegistrationDialogue | null {
  const parsed = dialogue.safeParse(turn.memory().dialogue);
  return parsed.success ? parsed.data : null;
}

export function goTo(turn: Turn, step: RegistrationDialogue["step"], fullName?: string): void {
  const named = fullName === undefined ? {} : { fullName };
  turn.remember({ dialogue: { feature: "registration", id: turn.requestId, step, ...named } });
}

export const endDialogue = (turn: Turn): void => turn.remember({ dialogue: null });
