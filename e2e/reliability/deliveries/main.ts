import { killScheduler } from "../kills/scheduler.ts";
import { conclude, print, type Proof } from "../support/report.ts";
import { start } from "../support/running.ts";
import { ENTERERS, MORE_ENTERERS } from "../support/sites.ts";
import { faultyTelegram } from "./faulty-telegram.ts";

const people = [...ENTERERS, ...MORE_ENTERERS];
const isQuick = process.argv.includes("--quick");
const proofs: Proof[] = [];

function add(proof: Proof): void {
  print(proof);
  proofs.push(proof);
}

const running = await start({ purpose: "deliveries" });
try {
  const faulty = isQuick ? { messages: 300, seconds: 15 } : { messages: 5_000, seconds: 300 };
  add(await faultyTelegram(running, { people, ...faulty }));
  const killed = isQuick ? { messages: 300, kills: 2 } : { messages: 5_000, kills: 20 };
  // The stand-in's limits are off: what is measured is the queue, not Telegram's patience.
  await running.control.limits(false);
  add(await killScheduler(running, { people, ...killed }));
} finally {
  await running.stop();
}
conclude("deliveries", proofs, process.argv.includes("--record"));
