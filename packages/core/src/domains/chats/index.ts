export * from "./verbs.ts";
export { CHAT_JOB } from "./chat-job.ts";
export { createChatHooks } from "./chat-hooks.ts";
export { chatNotices } from "./notices.ts";
