import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "node:tls";
import type { Site } from "../../../e2e/reliability/support/sites.ts";
import { until } from "../../../e2e/reliability/support/until.ts";
import { run, succeed } from "../support/shell.ts";
import type { System } from "../support/system.ts";
import { requests, row, type Row } from "../support/table.ts";
import { untilServed } from "./first-deploy.ts";
import { underLoad } from "./rolls.ts";

const HOSTS = ["app.drill.test", "files.drill.test"] as const;

const CADDYFILE = "/site/caddy/Caddyfile --adapter caddyfile";
const DOOR = ["in", "host", "docker", "exec", "--interactive", "stsphera-web-1", "sh", "-c"];
const inDoor = (command: string) => succeed("engine", [...DOOR, command]);

const serialOf = (host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port: 443, servername: host }, () => {
      resolve(socket.getPeerCertificate().serialNumber);
      socket.destroy();
    });
    socket.once("error", reject);
  });

type Automation = { renew_interval?: string; policies: { renewal_window_ratio?: number }[] };

/** The front door's configuration, but that any certificate counts as old. */
async function withOldCertificates(): Promise<string> {
  const adapted = await inDoor(`caddy adapt --config ${CADDYFILE} 2>/dev/null`);
  const config = JSON.parse(adapted) as { apps: { tls: { automation: Automation } } };
  const { automation } = config.apps.tls;
  automation.renew_interval = "5s";
  for (const policy of automation.policies) policy.renewal_window_ratio = 0.9999999;
  return JSON.stringify(config);
}

const startedAt = () =>
  succeed("engine", [
    "in",
    "host",
    "docker",
    "inspect",
    "--format",
    "{{.State.StartedAt}}",
    "stsphera-web-1",
  ]);

const RELOADS = 5;

/** Reloads before the load begins: Caddy 2.6 may end at a reload, and comes back with its own configuration. */
async function reload(config: string): Promise<void> {
  for (let left = RELOADS; left > 0; left -= 1) {
    const before = await startedAt();
    // With Caddy its container ends, and the command in it; it is told by the container's start.
    await run("engine", [...DOOR, "cat >/tmp/old.json; caddy reload --config /tmp/old.json"], config);
    if ((await startedAt()) === before) return;
    await untilServed();
  }
  throw new Error(`the front door ended at each of ${RELOADS} reloads`);
}

/** By then the door has asked the colour that is not there: a renewal comes without a reload, and so without this moment. */
const AFTER_RELOAD_MS = 3_000;

/** Both certificates are renewed under load, as Caddy does it some weeks before they end: here every few seconds. */
export async function renewCertificates(system: System, sites: readonly Site[], rows: Row[]): Promise<void> {
  await reload(await withOldCertificates());
  await sleep(AFTER_RELOAD_MS);
  const { done, tally } = await underLoad(system, sites, `renewed-${Date.now()}`, async () => {
    const before = await Promise.all(HOSTS.map(serialOf));
    const began = performance.now();
    await until(
      "new certificates",
      async () => {
        const now = await Promise.all(HOSTS.map(serialOf));
        return now.every((serial, at) => serial !== before[at]) ? true : undefined;
      },
      { seconds: 60, everyMs: 500 },
    );
    return ((performance.now() - began) / 1000).toFixed(1);
  });
  await inDoor(`caddy reload --config ${CADDYFILE}`);
  rows.push(row("certificates of both hosts renewed", tally.lost.length === 0, `${done} s`, requests(tally)));
}
