import type { Answers, PersonAnswer } from "@stsphera/contracts/forms";

/** A person among the answers so far; null while nobody is chosen. */
export function personOf(answers: Answers, name: string): PersonAnswer | null {
  const value = answers[name];
  return typeof value === "object" && value !== null && "fullName" in value ? (value as PersonAnswer) : null;
}

/** Words, a day or a choice among the answers so far; null without one. */
export function wordsIn(answers: Answers, name: string): string | null {
  const value = answers[name];
  return typeof value === "string" ? value : null;
}
