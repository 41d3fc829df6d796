import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../../../e2e/reliability/support/until.ts";
import { push, succeed } from "../support/shell.ts";
import { databaseUrl, home, isReady } from "../support/system.ts";
import { row, type Row } from "../support/table.ts";
import type { Release } from "./images.ts";

/** Waits until the front door has certificates and answers. */
export const untilServed = (): Promise<true> =>
  until("HTTPS", async () => ((await isReady()) ? true : undefined), { seconds: 60 });

/** Deploys by SSH, and fills the database with the demo story the first time. */
export async function deployFirst(release: Release, rows: Row[]): Promise<void> {
  const { code, output, seconds } = await push(`deploy ${release.json}`);
  if (code !== 0) throw new Error(`The first deploy failed:\n${output.slice(-3000)}`);
  const ready = await untilServed();
  rows.push(row("first deploy by SSH, certificates of both hosts from the authority", ready, `${seconds} s`));
  const mark = join(home, "seeded");
  if (existsSync(mark)) return;
  await succeed("seed", [await databaseUrl()]);
  writeFileSync(mark, "");
}

/** What the key is not for is refused. */
export async function tryTheGate(rows: Row[]): Promise<void> {
  const codes: number[] = [];
  for (const command of [
    "sh",
    "deploy rm -rf /",
    'deploy {"revision":"x","api":"$(id)"}',
    "rollback now",
    "",
  ]) {
    codes.push((await push(command)).code);
  }
  rows.push(
    row(
      "other commands with the key of CI",
      codes.every((code) => code !== 0),
      `${codes.length} sent, ${codes.filter((code) => code !== 0).length} refused`,
    ),
  );
}
