import { Composer } from "telegraf";
import { unpackApproval } from "../../engine/approval-data.ts";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import type { Turn } from "../../engine/turn.ts";
import { whatWaits } from "../../engine/waiting.ts";
import { approvalsMessage } from "./messages.ts";

/** The one list of a chat: it is edited in place page by page, and comes anew below the card one returns from. */
const LIST = "approvals";

async function showList(turn: Turn, page: number, where: "pressed" | "below"): Promise<void> {
  turn.remember({ opened: null });
  turn.card(LIST, approvalsMessage(turn, await whatWaits(turn), page), where);
}

/** «Разобрать»: everything that waits for the person. The rows open cards of other features. */
export const approvalsFeature: Feature = {
  handlers() {
    const composer = new Composer<BotContext>();
    composer.on("callback_query", (ctx, next) => {
      const pressed = unpackApproval(ctx.turn.callback?.data ?? "");
      if (pressed?.action === "open") return showList(ctx.turn, pressed.page, "below");
      if (pressed?.action === "turn") return showList(ctx.turn, pressed.page, "pressed");
      return next();
    });
    return composer;
  },
};
