import type { Answers } from "@stsphera/contracts/forms";

/** What was typed into sheets that were closed before they were sent. */
const drafts = new Map<string, Answers>();

export const keepDraft = (name: string, answers: Answers): void => void drafts.set(name, answers);
export const draftOf = (name: string): Answers | undefined => drafts.get(name);
export const dropDraft = (name: string): void => void drafts.delete(name);
