import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runStep } from "./run-step.ts";
import type { Surroundings } from "./service.ts";

/** Seeds a database once; the data folder remembers which one. */
export async function seedOnce(
  environment: Record<string, string>,
  givenDatabaseUrl: string | undefined,
  around: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  const database = givenDatabaseUrl
    ? createHash("sha256").update(givenDatabaseUrl).digest("hex")
    : "embedded";
  const mark = join(around.folder, "seeded");
  if (existsSync(mark) && readFileSync(mark, "utf8") === database) return;
  around.show("Filling the system with the demo story …");
  await runStep({ name: "seed", command: ["packages/seed/src/main.ts"], environment }, around, signal);
  writeFileSync(mark, database);
}
