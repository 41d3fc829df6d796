/** SQLSTATE of a failed statement; drizzle wraps the original error in `cause`. */
export function sqlStateOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return null;
}

/** A deadlock or a serialization failure: the same transaction may succeed on retry. */
export function isSerializationTrouble(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === "40P01" || state === "40001";
}
