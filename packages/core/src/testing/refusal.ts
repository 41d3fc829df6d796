import { DomainError } from "../kernel/index.ts";

/** The DomainError thrown by the call; fails when nothing or another error was thrown. */
export async function refusalOf(work: Promise<unknown>): Promise<DomainError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Paths and reasons of the refused fields: `members.0.userId: person_not_active`. */
export function fieldsOf(error: DomainError): string[] {
  return (error.details.fields ?? []).map(({ path, reason }) => `${path}: ${reason}`);
}
