import { ownDatabase } from "../support/own-database.ts";
import { conclude, print, type Proof } from "../support/report.ts";
import { start } from "../support/running.ts";
import { ENTERERS } from "../support/sites.ts";
import { restartDatabase } from "./database.ts";
import { fillDisk } from "./disk.ts";
import { stopObjectStore } from "./object-store.ts";
import { troubleTelegram } from "./telegram.ts";

const proofs: Proof[] = [];

function add(proof: Proof): void {
  print(proof);
  proofs.push(proof);
}

const database = await ownDatabase("outagesdb");
const running = await start({ purpose: "outages", environment: database.environment });
try {
  const [writers, chatters] = [ENTERERS.slice(0, 5), ENTERERS.slice(5)];
  const pace = { restarts: 5, awayMs: 4_000, betweenMs: 12_000 };
  add(await restartDatabase(running, database, { writers, chatters, perChatter: 20, ...pace }));
  add(await stopObjectStore(running, { people: writers, photosEach: 3, seconds: 60 }));
  add(await troubleTelegram(running, { people: ENTERERS, perTrouble: 4 }));
} finally {
  await running.stop();
  await database.remove();
}
add(await fillDisk());
conclude("outages", proofs, process.argv.includes("--record"));
