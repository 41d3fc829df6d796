import type { BotCommand } from "../../world/model.ts";
import { badRequest } from "../errors.ts";
import { knownFields } from "../input.ts";
import { scopeKey } from "./command-scope.ts";
import type { Method } from "./method.ts";

function readCommand(value: unknown): BotCommand {
  const { command, description } = knownFields(value, ["command", "description"], "BotCommand");
  const name = typeof command === "string" ? command.replace(/^\//, "") : "";
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest("BOT_COMMAND_INVALID");
  const words = typeof description === "string" ? description.trim() : "";
  if (words.length < 1 || words.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  return { command: name, description: words };
}

export const setMyCommands: Method = {
  parameters: ["commands", "scope", "language_code"],
  run(world, input) {
    const list = input.json("commands");
    if (!Array.isArray(list)) throw badRequest("expected an Array of BotCommand");
    if (list.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    world.commands.set(scopeKey(world, input), list.map(readCommand));
    return true;
  },
};
