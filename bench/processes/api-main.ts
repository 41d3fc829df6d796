import { startServer } from "../../apps/api/src/service/server.ts";
import { answerParent } from "./answer-parent.ts";
import { accessTokens, createBenchApp } from "./bench-app.ts";
import { openPools, type Pools, preparedTexts } from "./pools.ts";
import { createRecorder } from "./recording.ts";

type Opened = { pools: Pools; recorder: ReturnType<typeof createRecorder>; now: Date };
let opened: Opened | undefined;

function current(): Opened {
  if (opened === undefined) throw new Error("the API was not opened");
  return opened;
}

answerParent({
  async open({ databaseUrl, now }: { databaseUrl: string; now: Date }) {
    const pools = openPools(databaseUrl, "stsphera-api");
    const app = createBenchApp(pools, databaseUrl, now);
    const { port } = await startServer(app.fetch, { host: "127.0.0.1", port: 0 });
    opened = { pools, recorder: createRecorder(pools), now };
    return `http://127.0.0.1:${port}`;
  },
  token: (userId: number) => accessTokens.issue(userId, current().now),
  record: () => current().recorder.start(),
  recorded: () => current().recorder.stop(),
  prepared: () => preparedTexts(current().pools),
});
