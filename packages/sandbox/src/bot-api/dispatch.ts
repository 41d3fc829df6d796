import type { World } from "../world/world.ts";
import { failure, success, type Answer } from "./answer.ts";
import { BotApiError, strict } from "./errors.ts";
import type { Faults } from "./faults.ts";
import type { Input } from "./input.ts";
import type { Limits } from "./limits.ts";
import { chatIdOf } from "./methods/chat-access.ts";
import type { Method } from "./methods/method.ts";
import { findMethod } from "./methods/index.ts";
import type { Update } from "./updates/queue.ts";

type Dependencies = { world: World; limits: Limits; faults: Faults; onError: (error: unknown) => void };

const gatherMs = 400;

/** Runs one method like Telegram: checks parameters and limits, and always answers. */
export async function dispatch(
  { world, limits, faults, onError }: Dependencies,
  name: string,
  input: Input,
  signal: AbortSignal,
): Promise<Answer> {
  try {
    const found = findMethod(name);
    if (!found) throw strict(`unknown method ${name}`);
    const { method } = found;
    refuseUnknown(found.name, method, input);
    if (method.limited) limits.take(chatIdOf(input));
    const result = await method.run(world, input, signal);
    return success(found.name === "getUpdates" ? await disturbed(world, faults, result as Update[]) : result);
  } catch (error) {
    if (error instanceof BotApiError) return failure(error);
    onError(error);
    return failure(new BotApiError(500, "Internal Server Error"));
  }
}

function refuseUnknown(methodName: string, method: Method, input: Input): void {
  for (const [name, value] of Object.entries(input.parameters)) {
    // telegraf repeats the method's name in its parameters.
    if (name === "method" && value === methodName) continue;
    if (!method.parameters.includes(name)) throw strict(`unknown parameter ${name}`);
  }
}

/** Duplicates or shuffles updates by faults; waits shortly so that several can come together. */
async function disturbed(world: World, faults: Faults, updates: Update[]): Promise<Update[]> {
  if (updates.length === 0) return updates;
  if (faults.take("getUpdates", ["duplicateUpdates"])) return updates.flatMap((update) => [update, update]);
  if (!faults.take("getUpdates", ["reorderUpdates"])) return updates;
  await new Promise((resolve) => setTimeout(resolve, gatherMs));
  return world.updates.pending().toReversed();
}
