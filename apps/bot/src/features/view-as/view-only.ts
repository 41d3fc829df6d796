import { taskButtons } from "@stsphera/core/cards";
import { unpackCommand } from "@stsphera/telegram";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Turn } from "../../engine/turn.ts";
import { unpackApproval } from "../../engine/approval-data.ts";
import { unpackMenu } from "../../engine/menu-data.ts";
import { unpackObject } from "../../engine/object-data.ts";
import { unpackOpenTask, unpackTaskList } from "../../engine/task-list-data.ts";
import { unpackViewAs } from "./callback-data.ts";

/** Commands that only read. */
const READING = new Set(["start", "menu", "dashboard", "objects", "tasks", "help", "viewas"]);
const COMMAND = /^\/([a-z]+)(?:@\w+)?$/;

const reads = (data: string): boolean => {
  const command = unpackCommand(data);
  const object = unpackObject(data);
  return (
    (command !== null && READING.has(command)) ||
    unpackMenu(data) !== null ||
    unpackTaskList(data) !== null ||
    unpackApproval(data) !== null ||
    unpackOpenTask(data) !== null ||
    taskButtons.unpack(data)?.action === "open" ||
    (object !== null && ["list", "card", "team", "member"].includes(object.action)) ||
    unpackViewAs(data) !== null
  );
};

const asksToRead = (turn: Turn): boolean =>
  turn.callback === undefined
    ? READING.has(COMMAND.exec(turn.message?.text ?? "")?.[1] ?? "")
    : reads(turn.callback.data ?? "");

/** While an admin looks as somebody else only what is named here gets any further: nothing of it writes. */
export function viewOnly(ctx: BotContext, next: () => Promise<void>): Promise<void> | void {
  const { turn } = ctx;
  if (turn.viewing === null || asksToRead(turn)) return next();
  if (turn.callback !== undefined) return turn.toast(turn.t("view_as.reads_only"));
  return turn.say({ text: turn.t("view_as.reads_only"), buttons: [] });
}
