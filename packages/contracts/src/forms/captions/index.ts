export { formCaptionsEn } from "./en/index.ts";
export { formCaptionsRu } from "./ru/index.ts";
