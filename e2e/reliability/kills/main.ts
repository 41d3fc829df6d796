import { conclude, print, type Proof } from "../support/report.ts";
import { start } from "../support/running.ts";
import { ENTERERS, MORE_ENTERERS } from "../support/sites.ts";
import { killApi } from "./api.ts";
import { killBot } from "./bot.ts";
import { killLauncher } from "./launcher.ts";
import { killScheduler } from "./scheduler.ts";

const everybody = [...ENTERERS, ...MORE_ENTERERS];
const proofs: Proof[] = [];

function add(proof: Proof): void {
  print(proof);
  proofs.push(proof);
}

const running = await start({ purpose: "kills" });
try {
  add(await killApi(running, { people: ENTERERS, writes: 1000, kills: 10 }));
  add(await killScheduler(running, { people: everybody, messages: 1000, kills: 10 }));
  add(await killBot(running, { people: everybody, perPerson: 67, kills: 20 }));
} finally {
  await running.stop();
}
add(await killLauncher([400, 1500, 3000]));
conclude("kills", proofs, process.argv.includes("--record"));
