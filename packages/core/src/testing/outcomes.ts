import { DomainError } from "../kernel/index.ts";

/** `ok`, or the code of the refusal; rethrows any other error. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "ok";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** The answers of parallel calls, and the codes of the refusals. */
export async function outcomes<T>(
  attempts: readonly Promise<T>[],
): Promise<{ done: T[]; refused: string[] }> {
  const settled = await Promise.allSettled(attempts);
  const refused = settled.flatMap((one) => {
    if (one.status === "fulfilled") return [];
    if (one.reason instanceof DomainError) return [one.reason.code];
    throw one.reason;
  });
  return { done: settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])), refused };
}
