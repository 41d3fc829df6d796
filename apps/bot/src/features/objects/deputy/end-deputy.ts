import { DomainError, endDelegation } from "@stsphera/core";
import type { Turn } from "../../../engine/turn.ts";
import { memberOrTeam } from "./deputy-forms.ts";

/** «Снова на работе»: ends the deputyship now; a repeated press shows the current state. */
export async function endDeputy(
  turn: Turn,
  press: { objectId: number; userId: number; delegationId: number; version: number },
): Promise<void> {
  const { objectId, userId, delegationId, version } = press;
  try {
    await endDelegation.run(turn.context(), { delegationId, version });
    turn.toast(turn.t("deputy.ended"));
  } catch (error) {
    const moved =
      error instanceof DomainError &&
      (error.code === "version_conflict" || error.code === "invalid_transition");
    if (!moved) throw error;
    turn.toast(turn.t("error.conflict.title"));
  }
  turn.show(await memberOrTeam(turn, objectId, userId));
}
