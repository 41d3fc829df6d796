import type { World } from "../../world/world.ts";
import type { Input } from "../input.ts";

/** One method of the Bot API. */
export type Method = {
  /** Every parameter in Telegram's documentation; any other is refused. */
  parameters: readonly string[];
  /** True when the call counts towards the sending limits. */
  limited?: true;
  run(world: World, input: Input, signal: AbortSignal): unknown;
};

/** Parameters that all sending methods share. */
export const sendingParameters = [
  "business_connection_id",
  "chat_id",
  "message_thread_id",
  "direct_messages_topic_id",
  "disable_notification",
  "protect_content",
  "allow_paid_broadcast",
  "message_effect_id",
  "suggested_post_parameters",
  "reply_parameters",
  "reply_markup",
] as const;

export const editingParameters = [
  "business_connection_id",
  "chat_id",
  "message_id",
  "inline_message_id",
  "reply_markup",
];
