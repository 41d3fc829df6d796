import { portsFrom, requireFree } from "../launch/ports.ts";

/** A port base with all ports currently free, below the range of ephemeral ports. */
export async function freePortBase(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const base = 10_000 + Math.floor(Math.random() * 600) * 30;
    const taken = await requireFree(portsFrom(base)).then(
      () => false,
      () => true,
    );
    if (!taken) return base;
  }
  throw new Error("No free range of ports was found.");
}
