import { killScheduler } from "../kills/scheduler.ts";
import { conclude, print, type Proof } from "../support/report.ts";
import { start } from "../support/running.ts";
import { ENTERERS, MORE_ENTERERS } from "../support/sites.ts";
import { faultyTelegram } from "./faulty-telegram.ts";

const people = [...ENTERERS, ...MORE_ENTERERS];
/** Five minutes of a faulty Telegram for 5,000 messages, and a kill every 250; `--messages` makes less of both. */
const given = process.argv.indexOf("--messages");
const messages = given < 0 ? 5_000 : Number(process.argv[given + 1]);
const proofs: Proof[] = [];

function add(proof: Proof): void {
  print(proof);
  proofs.push(proof);
}

const running = await start({ purpose: "deliveries" });
try {
  add(await faultyTelegram(running, { people, messages, seconds: Math.round(messages * 0.06) }));
  // The stand-in's limits are off: what is measured is the queue, not Telegram's patience.
  await running.control.limits(false);
  add(await killScheduler(running, { people, messages, kills: Math.round(messages / 250) }));
} finally {
  await running.stop();
}
conclude("deliveries", proofs, process.argv.includes("--record"));
