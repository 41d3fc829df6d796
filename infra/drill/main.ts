// The drill's steps on a prepared host, and their table; started by infra/drill/drill.
import { carryFiles } from "./rows/journey.ts";
import { restoreBackup } from "./rows/backup.ts";
import { listPackages, readCompose } from "./rows/compose.ts";
import { renewCertificates } from "./rows/certificate.ts";
import { fillDisk, killDatabase, makeLoadSites, reboot } from "./rows/failures.ts";
import { deployFirst, tryTheGate, untilServed } from "./rows/first-deploy.ts";
import { buildImages } from "./rows/images.ts";
import { refuseTheSick, roll, rollBack } from "./rows/rolls.ts";
import { conclude, type Row } from "./support/table.ts";
import { openSystem, ROLLS, type System } from "./support/system.ts";

const STAND_INS = [
  "PostgreSQL 17 of Debian stands for 18",
  "Caddy 2.6 of Debian stands for 2.11, with `lb_retry_match`",
  "the sandbox's store stands for SeaweedFS, without its checks of checksums",
  "another of the sandbox's stores, behind HTTPS, stands for the second provider; rclone 1.60 of Debian for its image",
  "the sandbox stands for Telegram, pebble for the certificate authority",
  "Node 24 and npm on Debian bookworm stand for the image of Node",
];
/** Names of steps to take, all by default. */
const asked = process.argv.slice(2);
const fromTheStart = asked.length === 0 || asked.includes("build");

const rows: Row[] = [];
const first = await buildImages("drill-a", rows, fromTheStart);
const second = await buildImages("drill-b", rows, fromTheStart);
if (fromTheStart) {
  await deployFirst(first, rows);
  await tryTheGate(rows);
} else await untilServed();

const opened: System[] = [];
const open = async () => {
  const system = await openSystem();
  opened.push(system);
  return system;
};
const system = await open();
const sites = await makeLoadSites(system);

/** A step that fails is a row of its own; the others go on. */
async function step(what: string, work: () => Promise<void>): Promise<void> {
  if (asked.length > 0 && !asked.includes(what)) return;
  try {
    await work();
  } catch (error) {
    rows.push({
      what,
      found: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
      holds: false,
    });
    console.error(error);
  }
  for (const { what: done, found, holds } of rows.slice(-1))
    console.log(`${holds ? "holds " : "BROKEN"} ${done}: ${found}`);
}

const releases = Array.from({ length: ROLLS }, (_, at) => (at % 2 === 0 ? second : first));
await step("compose", () => readCompose(rows));
await step("packages", () => listPackages(rows));
await step("files", () => carryFiles(system, rows));
await step("rolls", () => roll(system, sites, releases, rows));
await step("sick", () => refuseTheSick(system, sites, first, rows));
await step("rollback", () => rollBack(system, sites, rows));
await step("database", () => killDatabase(system, sites, rows));
await step("certificates", () => renewCertificates(system, sites, rows));
await step("backup", () => restoreBackup(system, sites, rows));
await step("disk", () => fillDisk(system, sites, rows));
await step("reboot", () => reboot(system, sites, rows));

for (const one of opened) await one.close();
conclude(rows, STAND_INS);
// Connections to the machine that lost its power would be waited for.
process.exit();
