import { ROLE_CODES } from "@stsphera/rbac";
import type { Standing } from "@stsphera/core/testing/verbs";
import { FULL_MATRIX } from "../env.ts";

/**
 * Picks `perKind` items of each kind, starting with another role for each route, so that all routes together cover all
 * roles. Core tests every role (permission-matrix.db.test.ts); a route only has to show that it applies the rights.
 */
export function sampleAt<T extends Pick<Standing, "role">>(
  place: number,
  all: readonly T[],
  { kindOf, perKind = 1 }: { kindOf: (one: T) => string; perKind?: number },
): T[] {
  if (FULL_MATRIX) return [...all];
  const turn = ({ role }: T) =>
    (ROLE_CODES.indexOf(role) - (place % ROLE_CODES.length) + ROLE_CODES.length) % ROLE_CODES.length;
  const taken = new Map<string, number>();
  return all
    .toSorted((one, other) => turn(one) - turn(other))
    .filter((one) => {
      const count = (taken.get(kindOf(one)) ?? 0) + 1;
      taken.set(kindOf(one), count);
      return count <= perKind;
    });
}
