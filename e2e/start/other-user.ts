import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { freePortBase } from "../../scripts/testing/free-port-base.ts";
import { claim, prove, type Proof } from "../reliability/support/report.ts";
import { copyCheckout } from "./support/copy-checkout.ts";
import { startOnce } from "./support/start-once.ts";
import { makeTemporaryUser } from "./support/temporary-user.ts";
import { runTests, testClaims, testFigures } from "./support/tests.ts";

const START_SECONDS = 600;

/** A fresh clone in a path with spaces and Cyrillic, installed, started and tested by a user who is not root. */
export function otherUser(): Promise<Proof> {
  return prove("a user who is not root, in a folder with spaces and Cyrillic", async () => {
    const user = makeTemporaryUser();
    try {
      const checkout = join(user.home, "Рабочий стол", "СТС Сфера (копия)");
      mkdirSync(checkout, { recursive: true });
      copyCheckout(checkout, user);
      const runner = { uid: user.uid, gid: user.gid, cwd: checkout, env: user.environment };
      const started = await startOnce(runner, await freePortBase(), START_SECONDS);
      const again = await startOnce(runner, await freePortBase(), START_SECONDS);
      const tests = await runTests(runner);
      return {
        figures: {
          "ready after the first npm start, installation and demo data included": `${started.readySeconds} s`,
          "ready after npm start on other ports, a second time": `${again.readySeconds} s`,
          "stopped after Ctrl-C": `${Math.max(started.stopSeconds, again.stopSeconds)} s`,
          ...testFigures(tests),
        },
        claims: [
          ...Object.entries(started.checks).map(([what, holds]) => claim(`${what} answers`, holds)),
          claim("both stops ended in 10 s with code 0", [started, again].every(stoppedWell)),
          ...testClaims(tests),
        ],
      };
    } finally {
      user.remove();
    }
  });
}

const stoppedWell = ({ stopSeconds, exitCode }: { stopSeconds: number; exitCode: number }) =>
  stopSeconds <= 10 && exitCode === 0;
