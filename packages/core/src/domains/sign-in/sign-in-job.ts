import type { SystemActor } from "@stsphera/rbac";
import { type Context, forbidden } from "../../kernel/index.ts";

/** Who acts while a user is not signed in yet. */
export const SIGN_IN_JOB: SystemActor = { kind: "system", job: "sign_in", permissions: [] };

/** Sign-in itself is a step of the system: no user calls it. */
export function assertSignInJob({ actor }: Pick<Context, "actor">): void {
  if (actor.kind !== "system") throw forbidden();
}
