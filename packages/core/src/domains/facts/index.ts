export * from "./verbs.ts";
export { factAttachments } from "./fact-attachments.ts";
