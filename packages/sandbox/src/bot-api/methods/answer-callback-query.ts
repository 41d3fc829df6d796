import { badRequest } from "../errors.ts";
import type { Method } from "./method.ts";

const textLimit = 200;

export const answerCallbackQuery: Method = {
  parameters: ["callback_query_id", "text", "show_alert", "url", "cache_time"],
  run(world, input) {
    const text = input.text("text");
    const url = input.text("url");
    if (text !== undefined && text.length > textLimit) throw badRequest("MESSAGE_TOO_LONG");
    const answered = world.callbacks.answer(input.text("callback_query_id") ?? "", {
      ...(text ? { text } : {}),
      ...(input.flag("show_alert") ? { showAlert: true } : {}),
      ...(url ? { url } : {}),
    });
    if (!answered) throw badRequest("query is too old and response timeout expired or query ID is invalid");
    return true;
  },
};
