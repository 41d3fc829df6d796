// Starts under difficult conditions: pnpm reliability:start [ports|postgres-15|other-user …] [--record]
import { conclude, print, type Proof } from "../reliability/support/report.ts";
import { givenDatabase } from "./given-database.ts";
import { otherUser } from "./other-user.ts";
import { takenPorts } from "./taken-ports.ts";

const parts: Record<string, () => Promise<Proof>> = {
  ports: takenPorts,
  "postgres-15": givenDatabase,
  "other-user": otherUser,
};

const wanted = process.argv.slice(2).filter((argument) => argument !== "--" && argument !== "--record");
const unknown = wanted.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`No part ${unknown}; there are ${Object.keys(parts).join(", ")}.`);

// An interrupted run cleans up through the exit hooks of its parts.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));

const proofs: Proof[] = [];
for (const [name, prove] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const proof = await prove();
  print(proof);
  proofs.push(proof);
}
conclude("start", proofs, process.argv.includes("--record"));
