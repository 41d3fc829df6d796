import { DomainError } from "../../../kernel/index.ts";

/** Names the fields of a refusal by their place in the larger input that they came from. */
export async function underPath<T>(prefix: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.fields === undefined) throw error;
    const fields = error.details.fields.map((field) => ({ ...field, path: `${prefix}.${field.path}` }));
    throw new DomainError(error.code, { ...error.details, fields });
  }
}
