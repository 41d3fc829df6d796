import { forbidden, getUser } from "@stsphera/core";
import { can } from "@stsphera/rbac";
import { Composer } from "telegraf";
import { type ApprovalPress, unpackApproval } from "../../shared/approval-data.ts";
import type { BotContext } from "../../shared/bot-context.ts";
import type { Turn } from "../../shared/turn.ts";
import { whatWaits } from "../../shared/waiting.ts";
import { personCard } from "../people/messages.ts";
import { personMessage } from "../people/admin/messages.ts";
import { openTaskCard } from "../tasks/list.ts";
import { approvalsMessage } from "./messages.ts";

/** The one list of a chat: it is edited in place page by page, and comes anew below the card one returns from. */
const LIST = "approvals";

async function showList(turn: Turn, page: number, where: "pressed" | "below"): Promise<void> {
  turn.remember({ opened: null });
  turn.card(LIST, approvalsMessage(turn, await whatWaits(turn), page), where);
}

/** A person's card below the list: his request, or what came of it meanwhile. */
async function openPerson(turn: Turn, userId: number): Promise<void> {
  if (!can(turn.person(), "users.manage")) throw forbidden("users.manage");
  const person = await getUser.run(turn.context(), { userId });
  turn.say(person.status === "pending" ? personCard(turn, person, null) : personMessage(turn, person));
}

async function onPress(turn: Turn, pressed: ApprovalPress): Promise<void> {
  if (!("id" in pressed))
    return showList(turn, pressed.page, pressed.action === "open" ? "below" : "pressed");
  const { action: kind, id, page } = pressed;
  turn.remember({ opened: { kind, id, page } });
  return kind === "task" ? openTaskCard(turn, id) : openPerson(turn, id);
}

/** «Разобрать»: everything that waits for the person, and the cards where it is decided. */
export function approvalsFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("callback_query", (ctx, next) => {
    const pressed = unpackApproval(ctx.turn.callback?.data ?? "");
    return pressed === null ? next() : onPress(ctx.turn, pressed);
  });
  return composer;
}
