import { DELIVERY_PRIORITIES } from "../deliveries/index.ts";
import { PUSH_KINDS, type PushKind } from "./push-terms.ts";

export type { PushKind };

/** The kind of a message by its place in the queue and by the priority of what it tells; lists are ordinary. */
export function kindOf({ priority, importance }: { priority: number; importance: string | null }): PushKind {
  if (DELIVERY_PRIORITIES[priority] === "digest") return "digest";
  return PUSH_KINDS.find((kind) => kind === importance) ?? "normal";
}
