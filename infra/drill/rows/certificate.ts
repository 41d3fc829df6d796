import { connect } from "node:tls";
import type { Site } from "../../../e2e/reliability/support/sites.ts";
import { until } from "../../../e2e/reliability/support/until.ts";
import { onHost } from "../support/shell.ts";
import type { System } from "../support/system.ts";
import { requests, row, type Row } from "../support/table.ts";
import { underLoad } from "./rolls.ts";

const HOSTS = ["app.drill.test", "files.drill.test"] as const;

const serialOf = (host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host, port: 443, servername: host }, () => {
      resolve(socket.getPeerCertificate().serialNumber);
      socket.destroy();
    });
    socket.once("error", reject);
  });

/** Both hosts get new certificates under load: the old ones are taken away, and the front door is told to look. */
export async function renewCertificates(system: System, sites: readonly Site[], rows: Row[]): Promise<void> {
  const before = await Promise.all(HOSTS.map(serialOf));
  const { done, tally } = await underLoad(system, sites, `renewed-${Date.now()}`, async () => {
    const began = performance.now();
    const inDoor = (command: string) => onHost("docker", "exec", "stsphera-web-1", "sh", "-c", command);
    await inDoor("rm -r /caddy/data/caddy/certificates");
    await inDoor("caddy reload --force --config /site/caddy/Caddyfile --adapter caddyfile");
    await until(
      "new certificates",
      async () => {
        const now = await Promise.all(HOSTS.map(serialOf));
        return now.every((serial, at) => serial !== before[at]) ? true : undefined;
      },
      { seconds: 90, everyMs: 500 },
    );
    return ((performance.now() - began) / 1000).toFixed(1);
  });
  rows.push(
    row("certificates of both hosts obtained anew", tally.lost.length === 0, `${done} s`, requests(tally)),
  );
}
