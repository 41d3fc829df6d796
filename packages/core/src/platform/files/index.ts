export * from "./verbs.ts";
export { insertTelegramFiles, telegramFiles } from "./record-telegram-files.ts";
export { fileNotices } from "./notices.ts";
export { giveUpUnsentFiles, sweepReceived } from "./sweep-files.ts";
