import { badRequest } from "../errors.ts";
import type { Input } from "../input.ts";

/** The `allowed_updates` of a call; unknown names are dropped, as Telegram does. */
export function readAllowedUpdates(input: Input): string[] {
  const list = input.json("allowed_updates");
  if (!Array.isArray(list)) throw badRequest("can't parse allowed updates JSON object");
  return list.filter((name): name is string => typeof name === "string");
}
