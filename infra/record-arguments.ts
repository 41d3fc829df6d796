import { type NewOpsRecord, newOpsRecord } from "@stsphera/core/operations";

/** Reads `<kind> <true|false> <json>`. Throws, naming what does not fit. */
export function parseRecord(args: readonly string[]): NewOpsRecord {
  const [kind, ok, details = "{}"] = args;
  if (args.length > 3 || (ok !== "true" && ok !== "false")) {
    throw new Error("record <kind> <true|false> <details as JSON>");
  }
  return newOpsRecord.parse({ kind, ok: ok === "true", details: JSON.parse(details) });
}
