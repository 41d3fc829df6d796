import { badRequest } from "../errors.ts";
import { chatForWriting } from "./chat-access.ts";
import type { Method } from "./method.ts";

const actions = new Set([
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
]);

export const sendChatAction: Method = {
  parameters: ["business_connection_id", "chat_id", "message_thread_id", "action"],
  run(world, input) {
    chatForWriting(world, input);
    if (!actions.has(input.text("action") ?? "")) throw badRequest("wrong parameter action in request");
    return true;
  },
};
