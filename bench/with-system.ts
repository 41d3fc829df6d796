import { rmSync } from "node:fs";
import { launch } from "../scripts/launch/launch.ts";
import { temporaryFolder } from "../scripts/temporary-folder.ts";
import { freePortBase } from "../scripts/testing/free-port-base.ts";

export type Addresses = { readonly front: string; readonly sandbox: string };

/** The value of `--name` of the command line. */
export const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

/** Works with the running system that `--front` and `--sandbox` name, or with one of its own, started and removed. */
export async function withSystem(work: (addresses: Addresses) => Promise<void>): Promise<void> {
  const [front, sandbox] = [option("front"), option("sandbox")];
  if (front !== undefined && sandbox !== undefined) return work({ front, sandbox });
  const folder = await temporaryFolder("bench");
  const system = await launch({
    portBase: await freePortBase(),
    dataDir: folder,
    disposable: true,
    bundled: true,
    show: (line: string) => console.error(line),
  });
  try {
    const { miniApp, sandbox: standIn = "" } = system.addresses;
    return await work({ front: miniApp, sandbox: standIn });
  } finally {
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
