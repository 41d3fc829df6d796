import type { ErrorCode } from "../../vocabulary.ts";

/** General message of each error code, if nothing more exact is known. */
export const errors: Readonly<Record<ErrorCode, string>> = {
  unauthenticated: "You are not signed in, or not any more. Sign in again.",
  forbidden: "You have no right to do this.",
  not_found: "Not found. It may be gone, or the object is not open to you.",
  validation_failed: "The data is not filled in correctly.",
  invalid_transition: "That move is not possible from the present state.",
  version_conflict: "It has changed meanwhile. Refresh and try again.",
  conflict: "Another record stands in the way. Refresh and try again.",
  possible_duplicate: "A similar entry of this crew is already there. Confirm that it is not a repeat.",
  idempotency_mismatch: "Another request was made with this key.",
  in_progress: "The same request is still being worked on.",
  payload_too_large: "The request is larger than 1 MB.",
  unsupported_media_type: "The body must be JSON (application/json, UTF-8).",
  rate_limited: "Too often. Try again in {seconds} s.",
  unavailable: "The service is not available right now. Try again a little later.",
  internal: "It did not work and nothing was saved. Tell us the request's code if it happens again.",
};
