import type { requests as ru } from "../ru/requests.ts";

export const requests = {
  unknown_field: "Unknown field",
  invalid_type: "Wrong type, or not filled in",
  invalid_format: "Wrong format",
  invalid_value: "There is no such value",
  invalid_union: "Wrong value",
  too_small: "Too small",
  too_big: "Too large",
  custom: "Wrong value",
  given_twice: "Given twice",
  nothing_to_change: "There is nothing to change",
  window_half: "Both days are needed: start and finish",
  window_order: "The start is later than the finish",
  entity_type_required: "Name the kind of record",
  cursor_broken: "The cursor is not of this list",
  idempotency_key_format: "1 to 200 printable characters",
  json_broken: "The body cannot be read as JSON",
  json_not_object: "The body must be a JSON object",
  json_too_deep: "Nested deeper than 32 levels",
  text_broken: "The text has characters that cannot be kept",
  body_incomplete: "The body did not arrive in full",
} as const satisfies Record<keyof typeof ru, string>;
