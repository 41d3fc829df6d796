// How fast every screen of the Mini App is for a foreman, a manager and a director, by Lighthouse's phone:
// pnpm bench:lighthouse [--front http://localhost:3000 --sandbox http://localhost:3010] [--only <screen>]
import { browserLaunch } from "../../scripts/browser.ts";
import { option, withSystem } from "../with-system.ts";
import { measure } from "./measure.ts";
import { PEOPLE, screensOf } from "../../e2e/support/daily-screens.ts";

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
