import { FACADE_TYPES } from "@stsphera/contracts";
import { z } from "zod";
import type { Turn } from "../../../engine/turn.ts";

export const STEPS = [
  "name",
  "place",
  "customer",
  "contract",
  "deadline",
  "facades",
  "manager",
  "confirm",
] as const;
export type NewObjectStep = (typeof STEPS)[number];

const dialogue = z.object({
  feature: z.literal("new_object"),
  id: z.string(),
  step: z.enum(STEPS),
  name: z.string().nullable().default(null),
  city: z.string().default(""),
  address: z.string().default(""),
  customer: z.string().default(""),
  contractDate: z.string().nullable().default(null),
  deadline: z.string().nullable().default(null),
  facadeTypes: z.array(z.enum(FACADE_TYPES)).default([]),
  /** Null while nobody is named: a manager of projects leads the object himself. */
  manager: z.object({ id: z.number(), fullName: z.string() }).nullable().default(null),
  page: z.number().default(0),
  search: z.string().nullable().default(null),
});
export type NewObject = z.infer<typeof dialogue>;

/** What is stored of one; null for another feature's. */
export function readNewObject(stored: unknown): NewObject | null {
  const parsed = dialogue.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** The object that is being opened, if one is. */
export const currentNewObject = (turn: Turn): NewObject | null => readNewObject(turn.memory().dialogue);

export const beginNewObject = (turn: Turn): NewObject =>
  dialogue.parse({ feature: "new_object", id: turn.requestId, step: "name" });

/** True when the person cannot lead the object himself and must name who does. */
export const needsManager = (turn: Turn): boolean => turn.person().role !== "project_manager";

/** The steps of this person, in their order. */
export const stepsOf = (turn: Turn): readonly NewObjectStep[] =>
  STEPS.filter((step) => step !== "manager" || needsManager(turn));

export function stepAfter(turn: Turn, step: NewObjectStep): NewObjectStep {
  const steps = stepsOf(turn);
  return steps[steps.indexOf(step) + 1] ?? "confirm";
}

/** The step before; null before the first one. */
export function stepBefore(turn: Turn, step: NewObjectStep): NewObjectStep | null {
  const steps = stepsOf(turn);
  return steps[steps.indexOf(step) - 1] ?? null;
}
