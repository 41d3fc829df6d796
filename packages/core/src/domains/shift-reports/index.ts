export * from "./verbs.ts";
export { makePdf } from "./make-pdf.ts";
