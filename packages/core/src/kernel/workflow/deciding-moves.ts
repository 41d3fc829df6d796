import type { Permission } from "@stsphera/rbac";
import type { Case } from "./case.ts";
import type { Workflow } from "./workflow.ts";

/** The moves out of a state that a given right allows, with their target states. */
export function decidingMoves<C extends Case<S>, S extends string, M extends string>(
  { moves, names }: Workflow<C, S, M>,
  state: S,
  permission: Permission,
): { key: M; to?: S }[] {
  return names
    .filter((name) => moves[name].from.includes(state) && moves[name].permission === permission)
    .map((key) => {
      const { to } = moves[key];
      return typeof to === "string" ? { key, to } : { key };
    });
}
