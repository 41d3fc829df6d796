/** Questions and confirmations of forms, for the bot and the Mini App, by domain and language. */
export { formCaptionsEn } from "./en.ts";
export { formCaptionsRu } from "./ru.ts";
