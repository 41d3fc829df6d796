import { ApiError, NetworkError } from "./api-error.ts";

const AWAY = new Set([502, 503, 504]);

/** Nobody answered for the server: silence, or something before it that says so. */
export function isAway(error: unknown): boolean {
  return error instanceof NetworkError || (error instanceof ApiError && AWAY.has(error.status));
}

/** A failure that passes by itself, so that the very same may be sent again later. */
export function isPassing(error: unknown): boolean {
  if (isAway(error)) return true;
  return error instanceof ApiError && (error.status === 429 || error.code === "in_progress");
}

/** What was entered is kept on the phone: the failure passes, or a new sign-in lets it through. */
export function isKept(error: unknown): boolean {
  return isPassing(error) || (error instanceof ApiError && error.status === 401);
}
