import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../../scripts/launch/launch.ts";
import { temporaryFolder } from "../../scripts/temporary-folder.ts";
import { freePortBase } from "../../scripts/testing/free-port-base.ts";
import { addressesVariable, nextTuesday } from "./system.ts";

/**
 * Starts the whole system on its own ports, on a Tuesday at ten; returns how to stop it. Where the variable names the
 * addresses of one that runs already, journeys use that, and leave it running.
 */
export async function startSystem(): Promise<() => Promise<void>> {
  if (process.env[addressesVariable] !== undefined) return async () => undefined;
  const folder = await temporaryFolder("journeys");
  const system = await launch({
    portBase: await freePortBase(),
    dataDir: folder,
    disposable: true,
    bundled: true,
    environment: { SANDBOX_START: nextTuesday(new Date()).toISOString() },
    show: (line) => console.log(line),
  });
  const file = join(folder, "addresses.json");
  writeFileSync(file, JSON.stringify({ front: system.addresses.miniApp, sandbox: system.addresses.sandbox }));
  process.env[addressesVariable] = file;
  return async () => {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
