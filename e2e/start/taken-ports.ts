import { existsSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { root } from "../../scripts/launch/data-folder.ts";
import { portsFrom } from "../../scripts/launch/ports.ts";
import { temporaryFolder } from "../../scripts/temporary-folder.ts";
import { freePortBase } from "../../scripts/testing/free-port-base.ts";
import { claim, prove, type Proof } from "../reliability/support/report.ts";
import { ending, run } from "./support/run.ts";

function hold(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

async function startOn(portBase: number, folder: string): Promise<{ code: number; output: string }> {
  const env = { PATH: process.env.PATH ?? "", PORT_BASE: String(portBase), STSPHERA_DATA: folder };
  const running = run([process.execPath, "scripts/launch/main.ts"], { cwd: root, env }, 30);
  return { code: await running.ended, output: running.output() };
}

/**
 * Each port in turn is occupied by another program, on each kind of address: the start reports it and leaves nothing
 * behind.
 */
export function takenPorts(): Promise<Proof> {
  return prove("ports taken", async () => {
    const folder = await temporaryFolder("ports");
    const base = await freePortBase();
    const unclear: string[] = [];
    let tried = 0;
    try {
      for (const [name, port] of Object.entries(portsFrom(base))) {
        for (const host of ["127.0.0.1", "0.0.0.0", "::1", "::"]) {
          tried += 1;
          const holder = await hold(port, host);
          const { code, output } = await startOn(base, folder);
          holder.close();
          const clear = output.includes(`Port ${port} (${name}) is taken`) && output.includes("PORT_BASE=");
          const nothingLeft =
            !existsSync(join(folder, "launcher.lock")) && !existsSync(join(folder, "postgres"));
          if (code !== 1 || !clear || !nothingLeft || /\n\s+at /.test(output)) {
            unclear.push(`${name} on ${host}: code ${code}\n${ending(output, 6)}`);
          }
        }
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    for (const line of unclear) console.error(line);
    return {
      figures: {
        "starts on a taken port": tried,
        "refused with the port and the way out": tried - unclear.length,
      },
      claims: [
        claim(
          "each names the port and the way out, without a stack, and leaves nothing behind",
          unclear.length === 0,
        ),
      ],
    };
  });
}
