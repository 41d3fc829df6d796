import type { lacking as ru } from "../ru/lacking.ts";

export const lacking = {
  action: "No right to {action}",
  plain: "You have no right to do this",
  who: "It can be done by: {who}.",
  notLent: "A deputy does not hold this right.",
} as const satisfies Record<keyof typeof ru, string>;
