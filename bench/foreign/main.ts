// Whether the time of an answer tells an object that one may not see from one that does not exist.
import { loadavg } from "node:os";
import { ENDPOINTS } from "../../apps/api/src/routes/index.ts";
import { spreadOf } from "../measure/statistics.ts";
import { accessTokens, createBenchApp } from "../processes/bench-app.ts";
import { openPools } from "../processes/pools.ts";
import { option } from "../with-system.ts";
import { openWorlds } from "../world/open-worlds.ts";
import { NOW } from "../world/world.ts";

const ROUNDS = Number(option("rounds") ?? 400);
const TARGET = 0.1;
const ENVIRONMENT = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };

const opened = await openWorlds(["S"], option("data"), (line) => console.error(line));
const [world] = opened.worlds;
if (world === undefined) throw new Error("there is no world");
const pools = openPools(world.url, "stsphera-api");
try {
  const app = createBenchApp(pools, world.url, NOW, "error");
  const personId = world.sites[0]?.foremanId ?? 0;
  const [ids] = await world.sql<{ foreign: number | null; absent: number }[]>`
    select (select min(o.id) from objects o where not exists (
        select from object_roles r where r.object_id = o.id and r.user_id = ${personId})) as foreign,
      (select max(id) + 1000 from objects) as absent`;
  if (ids === undefined || ids.foreign === null) throw new Error("the person sees every object");
  const { foreign, absent } = { foreign: ids.foreign, absent: ids.absent };
  const headers = { Authorization: `Bearer ${accessTokens.issue(personId, NOW)}` };
  const timed = async (path: string, objectId: number) => {
    const began = performance.now();
    const { status } = await app.request(
      path.replace(":objectId", String(objectId)),
      { headers },
      ENVIRONMENT,
    );
    return { status, ms: performance.now() - began };
  };

  console.log(
    `${new Date().toISOString().slice(0, 10)}, load average ${loadavg()[0]?.toFixed(1)}, ${ROUNDS} of each\n`,
  );
  console.log("| read | foreign, ms | absent, ms | apart |\n| --- | ---: | ---: | ---: |");
  const paths = ENDPOINTS.filter(
    ({ method, path }) => method === "get" && path.match(/:\w+/g)?.join() === ":objectId",
  ).map(({ path }) => path);
  const apart: number[] = [];
  for (const path of paths) {
    const first = await timed(path, absent);
    // A read that asks for more than the object is refused before the object is looked for.
    if (first.status === 422) continue;
    const times = { foreign: [] as number[], absent: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      // In turn, so that a disturbance meets both.
      const order = round % 2 === 0 ? (["foreign", "absent"] as const) : (["absent", "foreign"] as const);
      for (const kind of order) {
        const { status, ms } = await timed(path, kind === "foreign" ? foreign : absent);
        if (status !== 404) throw new Error(`${path} answers ${status} to an object that is ${kind}`);
        times[kind].push(ms);
      }
    }
    const [one, other] = [spreadOf(times.foreign).median, spreadOf(times.absent).median];
    const difference = Math.abs(one / other - 1);
    apart.push(difference);
    const share = `${(difference * 100).toFixed(1)} %`;
    console.log(
      `| ${path} | ${one.toFixed(2)} | ${other.toFixed(2)} | ${difference > TARGET ? `**${share}**` : share} |`,
    );
  }
  console.log(
    `\n${apart.filter((one) => one <= TARGET).length} of ${apart.length} within ${TARGET * 100} %.`,
  );
} finally {
  await pools.db.close();
  await opened.close();
}
