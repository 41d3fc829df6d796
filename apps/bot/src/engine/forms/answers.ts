import type { Answers, PersonAnswer } from "@stsphera/contracts/forms";

/** The person chosen in an answer; null while nobody is chosen. */
export function personOf(answers: Answers, name: string): PersonAnswer | null {
  const value = answers[name];
  return typeof value === "object" && value !== null && "fullName" in value ? (value as PersonAnswer) : null;
}

/** A text, day or choice among the answers; null when there is none. */
export function wordsIn(answers: Answers, name: string): string | null {
  const value = answers[name];
  return typeof value === "string" ? value : null;
}
