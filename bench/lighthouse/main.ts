// How fast every screen of the Mini App is for a foreman, a manager and a director, by Lighthouse's phone:
// pnpm bench:lighthouse [--front http://localhost:3000 --sandbox http://localhost:3010] [--only <screen>]
import { rmSync } from "node:fs";
import { browserLaunch } from "../../scripts/browser.ts";
import { launch } from "../../scripts/launch/launch.ts";
import { temporaryFolder } from "../../scripts/temporary-folder.ts";
import { freePortBase } from "../../scripts/testing/free-port-base.ts";
import { measure } from "./measure.ts";
import { PEOPLE, screensOf } from "./screens.ts";

type Addresses = { readonly front: string; readonly sandbox: string };

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

async function withSystem(work: (addresses: Addresses) => Promise<void>): Promise<void> {
  const [front, sandbox] = [option("front"), option("sandbox")];
  if (front !== undefined && sandbox !== undefined) return work({ front, sandbox });
  const folder = await temporaryFolder("lighthouse");
  const system = await launch({
    portBase: await freePortBase(),
    dataDir: folder,
    disposable: true,
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

const ms = (value: number) => `${(value / 1000).toFixed(2)} s`;

await withSystem(async ({ front, sandbox }) => {
  const browser = browserLaunch();
  console.log("| who | screen | score | LCP | CLS | TBT |\n| --- | --- | ---: | ---: | ---: | ---: |");
  for (const [who, userId] of Object.entries(PEOPLE)) {
    for (const { name, start } of await screensOf({ front, sandbox, userId })) {
      if (option("only") !== undefined && option("only") !== name) continue;
      const { score, lcp, cls, tbt } = await measure({ front, sandbox, userId, start, browser });
      console.log(`| ${who} | ${name} | ${score} | ${ms(lcp)} | ${cls.toFixed(3)} | ${Math.round(tbt)} ms |`);
    }
  }
});
