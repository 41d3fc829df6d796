import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserLaunch } from "../../scripts/browser.ts";
import { initDataOf } from "../../e2e/support/daily-screens.ts";

/** Run by npx, as nothing of the product needs its 170 MB. */
const LIGHTHOUSE = "lighthouse@13.5.0";
const THEME = JSON.stringify({ bg_color: "#17212b", text_color: "#f5f5f5" });

export type Measured = { score: number; lcp: number; cls: number; tbt: number };
type Report = {
  categories: { performance: { score: number | null } };
  audits: Record<string, { numericValue?: number }>;
};
type Asked = {
  readonly front: string;
  readonly sandbox: string;
  readonly userId: number;
  readonly start: string;
  readonly browser: BrowserLaunch;
};

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("npx", ["--yes", LIGHTHOUSE, ...args], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`Lighthouse ended with ${code}`)),
    );
  });
}

/** One cold load of a screen, as Telegram opens it, on Lighthouse's slow phone and network. */
export async function measure({ front, sandbox, userId, start, browser }: Asked): Promise<Measured> {
  const launch = new URLSearchParams({
    tgWebAppData: await initDataOf({ sandbox, userId }),
    tgWebAppVersion: "8.0",
    tgWebAppPlatform: "android",
    tgWebAppThemeParams: THEME,
  });
  const folder = await mkdtemp(join(tmpdir(), "lighthouse-"));
  const report = join(folder, "report.json");
  try {
    const address = `${front}${start}#${launch.toString().replaceAll("+", "%20")}`;
    const flags = ["--headless=new", ...browser.args].join(" ");
    const options = ["--quiet", "--only-categories=performance", "--output=json", `--output-path=${report}`];
    await run([address, ...options, `--chrome-flags=${flags}`], {
      ...browser.env,
      CHROME_PATH: browser.executablePath,
    });
    const { categories, audits } = JSON.parse(await readFile(report, "utf8")) as Report;
    const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
    return {
      score: Math.round((categories.performance.score ?? 0) * 100),
      lcp: value("largest-contentful-paint"),
      cls: value("cumulative-layout-shift"),
      tbt: value("total-blocking-time"),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
