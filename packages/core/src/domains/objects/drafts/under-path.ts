import { DomainError } from "../../../kernel/index.ts";

/** Prefixes the fields of a refusal with their path in the enclosing input. */
export async function underPath<T>(prefix: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.fields === undefined) throw error;
    const fields = error.details.fields.map((field) => ({ ...field, path: `${prefix}.${field.path}` }));
    throw new DomainError(error.code, { ...error.details, fields });
  }
}
