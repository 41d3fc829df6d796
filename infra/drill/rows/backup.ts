import type { Site } from "../../../e2e/reliability/support/sites.ts";
import { onHost, run } from "../support/shell.ts";
import type { System } from "../support/system.ts";
import { requests, row, type Row } from "../support/table.ts";
import { underLoad } from "./rolls.ts";

const FOLDER = "/opt/stsphera/current/infra";
const MAX_LOST_SECONDS = 60;

type Record = {
  ok: boolean;
  details: {
    seconds?: number;
    lostSeconds?: number;
    error?: string;
    checks?: { name: string; ok: boolean; found: string }[];
  };
};

/** A backup goes to the second store and comes back beside the running database, while people work. */
export async function restoreBackup(system: System, sites: readonly Site[], rows: Row[]): Promise<void> {
  await onHost(`${FOLDER}/backup/run`, "full");
  await onHost(`${FOLDER}/backup/run`, "files");
  const { done, tally } = await underLoad(system, sites, `restored-${Date.now()}`, () =>
    run("engine", ["in", "host", `${FOLDER}/restore`, "--drill"]),
  );
  const [record] = await system.sql<Record[]>`
    select ok, details from ops_records where kind = 'restore_drill' order by at desc limit 1`;
  const { seconds, lostSeconds = Infinity, checks = [], error } = record?.details ?? {};
  const failed = checks.filter(({ ok }) => !ok).map(({ name, found }) => `${name}: ${found}`);
  const holds =
    done.code === 0 && record?.ok === true && lostSeconds <= MAX_LOST_SECONDS && tally.lost.length === 0;
  rows.push(
    row(
      "backup restored beside the running database",
      holds,
      `answers after ${seconds} s (RTO)`,
      `${lostSeconds.toFixed(1)} s before the failure lost (RPO, ${MAX_LOST_SECONDS} s promised)`,
      `${checks.length - failed.length} of ${checks.length} checks hold`,
      ...failed,
      ...(error === undefined ? [] : [error.split("\n").at(-1) ?? ""]),
      requests(tally),
    ),
  );
  if (!holds) console.log(done.output.slice(-3000));
}
