import { answerParent } from "./answer-parent.ts";
import type { LoadResult } from "./load.ts";
import { repeat } from "./load.ts";
import { openPools, type Pools } from "./pools.ts";
import { replay } from "./replay.ts";
import type { Script } from "./script.ts";

let pools: Pools | undefined;
let scripts: readonly Script[] = [];

// Sends the statements of a request without HTTP.
answerParent({
  open({ databaseUrl }: { databaseUrl: string }) {
    pools = openPools(databaseUrl, "stsphera-database-alone");
  },
  load(given: readonly Script[]) {
    scripts = given;
  },
  run({ seconds, connections }: { seconds: number; connections: number }): Promise<LoadResult> {
    const opened = pools;
    if (opened === undefined) throw new Error("the database was not opened");
    return repeat({ seconds, connections }, async (turn) => {
      const script = scripts[turn % scripts.length];
      if (script === undefined) throw new Error("there is no script");
      await replay(opened, script);
    });
  },
});
