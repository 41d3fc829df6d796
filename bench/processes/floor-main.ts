import { startServer } from "../../apps/api/src/service/server.ts";
import { answerParent } from "./answer-parent.ts";
import { createBareApp } from "./hono.ts";
import { openPools } from "./pools.ts";
import { replay } from "./replay.ts";
import type { Script } from "./script.ts";

/** An answer of the floor: the statements to send and the bytes to answer. */
export type FloorAnswer = { script: Script; status: number; body: Uint8Array };

let answers: readonly FloorAnswer[] = [];

answerParent({
  async open({ databaseUrl }: { databaseUrl: string }) {
    const pools = openPools(databaseUrl, "stsphera-floor");
    const app = createBareApp();
    app.all("/:variant", async (c) => {
      const answer = answers[Number(c.req.param("variant"))];
      if (answer === undefined) return c.notFound();
      if (c.req.method !== "GET") await c.req.arrayBuffer();
      await replay(pools, answer.script);
      return new Response(answer.body as Uint8Array<ArrayBuffer>, {
        status: answer.status,
        headers: {
          "Content-Type": "application/json; charset=utf-8",
          "Content-Length": String(answer.body.length),
        },
      });
    });
    const { port } = await startServer(app.fetch, { host: "127.0.0.1", port: 0 });
    return `http://127.0.0.1:${port}`;
  },
  load(given: readonly FloorAnswer[]) {
    answers = given;
  },
});
