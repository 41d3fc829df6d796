export * from "./calendar.ts";
export * from "./facts.ts";
export * from "./files.ts";
export * from "./kernel.ts";
export * from "./messages.ts";
export * from "./objects.ts";
export * from "./people.ts";
export * from "./production.ts";
