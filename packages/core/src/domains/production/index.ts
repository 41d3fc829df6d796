export * from "./verbs.ts";
