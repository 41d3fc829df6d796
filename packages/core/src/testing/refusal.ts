import { DomainError } from "../kernel/index.ts";

/** The domain's refusal of what is run; fails when nothing was refused or when something else broke. */
export async function refusalOf(work: Promise<unknown>): Promise<DomainError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Paths and reasons of the fields that a refusal names: `members.0.userId: person_not_active`. */
export function fieldsOf(error: DomainError): string[] {
  return (error.details.fields ?? []).map(({ path, reason }) => `${path}: ${reason}`);
}
