// How long every route takes for an id of another object, and for one that does not exist: who measures must not learn
// which ids there are. The worst pairs are measured again, longer, to tell a difference from a disturbance.
import { rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { createTestWorld } from "@stsphera/core/testing";
import { caseOf, prepareWorld, TEST_LINKS } from "@stsphera/core/testing/verbs";
import { createDatabase } from "@stsphera/db";
import { migrate } from "@stsphera/db/migrate";
import { type AnyEndpoint, idsIn } from "../../apps/api/src/routes/endpoint.ts";
import { ENDPOINTS } from "../../apps/api/src/routes/index.ts";
import { elsewhere } from "../../apps/api/src/testing/matrix/matrix-world.ts";
import { type Input, request } from "../../apps/api/src/testing/matrix/request.ts";
import { rolledBack } from "../../apps/api/src/testing/matrix/rolled-back.ts";
import { openApi } from "../../apps/api/src/testing/open-api.ts";
import { startPostgres } from "../../scripts/postgres/start-postgres.ts";
import { temporaryFolder } from "../../scripts/temporary-folder.ts";
import { spreadOf } from "../measure/statistics.ts";
import { option } from "../with-system.ts";
import { measurePair, type Pair, type Trial } from "./measure-pairs.ts";

const TIMES = Number(option("times") ?? 100);
const MOST = 0.1;
/** With access to one of these, a user has access to all. */
const OF_THE_COMPANY = ["userId", "workTypeId", "deliveryId"];

const folder = await temporaryFolder("absent");
const server = await startPostgres({ folder: join(folder, "postgres") });
await migrate(server.url);
const db = createDatabase(server.url, { max: 4, applicationName: "stsphera-bench" });
const given = await createTestWorld({ db, url: server.url, close: () => db.close() });
const prepared = await prepareWorld(given);
const { world } = prepared;
const { ids } = await elsewhere(prepared);
const api = await openApi(() => ({ db: rolledBack(world.db).db, links: TEST_LINKS }), world);

async function trialsOf(endpoint: AnyEndpoint): Promise<Trial[]> {
  const actor = await world.as("project_manager");
  const about = { prepared, actor, ctx: world.ctx(actor) };
  const input = (await caseOf(endpoint.verb.name).input(about)) as Input;
  return idsIn(endpoint.path).flatMap((name): Trial[] => {
    const foreign = ids[name];
    if (foreign === undefined || OF_THE_COMPANY.includes(name)) return [];
    const ask = (id: number) => request(api, endpoint, { ...input, [name]: id }, { as: actor });
    return [{ what: `${endpoint.method.toUpperCase()} ${endpoint.path}`, ask, foreign }];
  });
}

const ratioOf = ({ foreign, absent }: Pair) => foreign / absent;
const isOff = (pair: Pair) => Math.abs(ratioOf(pair) - 1) > MOST;

async function measured(trials: readonly Trial[]): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const trial of trials) {
    const first = await measurePair(trial, TIMES);
    pairs.push(isOff(first) ? await measurePair(trial, TIMES * 5) : first);
  }
  return pairs;
}

try {
  const date = new Date().toISOString().slice(0, 10);
  const groups = [
    ["reads", ENDPOINTS.filter(({ method }) => method === "get")],
    ["writes", ENDPOINTS.filter(({ method }) => method !== "get")],
  ] as const;
  const off: Pair[] = [];
  console.log("| | routes | foreign ÷ absent, median | least | most | further than 10 % |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const [name, endpoints] of groups) {
    const trials: Trial[] = [];
    for (const endpoint of endpoints) trials.push(...(await trialsOf(endpoint)));
    const pairs = await measured(trials);
    const { median, min, max } = spreadOf(pairs.map(ratioOf));
    const far = pairs.filter(isOff);
    off.push(...far);
    const figures = [median, min, max].map((ratio) => ratio.toFixed(2));
    console.log(`| ${[name, pairs.length, ...figures, far.length].join(" | ")} |`);
  }
  console.log(`\n${date}, ${TIMES} requests of each kind, load average ${loadavg()[1]?.toFixed(1)}.`);
  for (const pair of off.toSorted((a, b) => ratioOf(b) - ratioOf(a))) {
    const times = `${pair.foreign.toFixed(2)} ms foreign, ${pair.absent.toFixed(2)} ms absent`;
    console.log(`- ${pair.what}: ${ratioOf(pair).toFixed(2)} (${times}, status ${pair.status})`);
  }
} finally {
  await api.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
