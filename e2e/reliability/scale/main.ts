import { conclude, print } from "../support/report.ts";
import { start } from "../support/running.ts";
import { ENTERERS } from "../support/sites.ts";
import { type Process, startAnother } from "./more-processes.ts";
import { startRoundRobin } from "./round-robin.ts";
import { workTogether } from "./together.ts";

const balancer = await startRoundRobin();
const settings = { BOT_MODE: "webhook", PUBLIC_URL: `http://localhost:${balancer.port}`, LOG_LEVEL: "warn" };
const running = await start({ purpose: "scale", environment: settings });
const others: Process[] = [];
try {
  const { addresses, environment } = running.system;
  others.push(await startAnother("bot", environment), await startAnother("bot", environment));
  balancer.origins.push(addresses.bot, ...others.map(({ origin }) => origin));
  others.push(await startAnother("scheduler", environment));
  const proof = await workTogether(running, { people: ENTERERS, perPerson: 12, messages: 500, balancer });
  print(proof);
  conclude("scale", [proof], process.argv.includes("--record"));
} finally {
  await Promise.all(others.map((one) => one.stop()));
  await running.stop();
  balancer.close();
}
