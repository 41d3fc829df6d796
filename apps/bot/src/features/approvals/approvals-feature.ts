import { unpackApproval } from "../../engine/approval-data.ts";
import type { Feature } from "../../engine/feature.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import type { Turn } from "../../engine/turn.ts";
import { whatWaits } from "../../engine/waiting.ts";
import { approvalsMessage, readyOn } from "./messages.ts";

/**
 * Key of the chat's only approval list: it is edited in place while paging, and sent again when the user returns from a
 * card.
 */
const LIST = "approvals";

async function showList(turn: Turn, page: number, where: "pressed" | "below"): Promise<void> {
  turn.remember({ opened: null });
  const waiting = await whatWaits(turn);
  const ready = await readyOn(turn, waiting, page);
  turn.card(LIST, approvalsMessage(turn, waiting, page, ready), where);
}

const listIn = (data: string) => {
  const pressed = unpackApproval(data);
  return pressed?.action === "thing" ? null : pressed;
};

/** «Разобрать»: everything that waits for the user's decision. Rows open cards of other features. */
export const approvalsFeature: Feature = {
  buttons: [
    onButtons(
      listIn,
      (turn, { action, page }) => showList(turn, page, action === "open" ? "below" : "pressed"),
      () => true,
    ),
  ],
};
