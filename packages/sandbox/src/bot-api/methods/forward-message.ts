import { oneMessage, type Method } from "./method.ts";
import { outgoing } from "./outgoing.ts";
import { contentOf, sourceMessage } from "./repeating.ts";

export const forwardMessage: Method = {
  parameters: [
    "chat_id",
    "message_thread_id",
    "direct_messages_topic_id",
    "from_chat_id",
    "video_start_timestamp",
    "disable_notification",
    "protect_content",
    "message_effect_id",
    "suggested_post_parameters",
    "message_id",
  ],
  counts: oneMessage,
  run(world, input) {
    const { post } = outgoing(world, input);
    const source = sourceMessage(world, input, "forward");
    const sender = source.from ?? world.bot;
    const origin = source.forward_origin ?? { type: "user" as const, sender_user: sender, date: source.date };
    return post({ ...contentOf(source), forward_origin: origin });
  },
};
