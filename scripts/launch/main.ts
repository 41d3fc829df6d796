import { defaultDataFolder } from "./data-folder.ts";
import { launch } from "./launch.ts";
import { parsePortBase } from "./ports.ts";
import { addressTable } from "./table.ts";

const usage = `npm start [-- --fresh]    starts STSphera on this machine
  --fresh   empty the data folder first
  --dev     Mini App through Vite; services restart when their source changes
Environment: PORT_BASE (3000), STSPHERA_DATA, DATABASE_URL, MIGRATE_DATABASE_URL (its owner),
  TELEGRAM_BOT_TOKEN, S3_ENDPOINT …`;

function parseArguments(given: string[]): { fresh: boolean; dev: boolean } {
  const known = new Set(["--fresh", "--dev", "--help", "--"]);
  const unknown = given.find((argument) => !known.has(argument));
  if (unknown) throw new Error(`Unknown argument ${unknown}\n\n${usage}`);
  return { fresh: given.includes("--fresh"), dev: given.includes("--dev") };
}

async function run(stop: AbortController): Promise<void> {
  const options = parseArguments(process.argv.slice(2));
  const began = performance.now();
  const portBase = parsePortBase(process.env.PORT_BASE);
  const launched = await launch({
    ...options,
    bundled: !options.dev,
    portBase,
    dataDir: defaultDataFolder(portBase, process.env),
    environment: process.env,
    show: (line) => console.log(line),
    signal: stop.signal,
  });
  console.log(addressTable(launched, (performance.now() - began) / 1000));
  const ticking = setInterval(() => undefined, 60_000);
  if (!stop.signal.aborted) await new Promise((resolve) => stop.signal.addEventListener("abort", resolve));
  clearInterval(ticking);
  await launched.stop();
  console.log("Stopped; the data stays.");
}

if (process.argv.includes("--help")) {
  console.log(usage);
} else {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (!stop.signal.aborted) console.log("Stopping …");
      stop.abort();
    });
  }
  try {
    await run(stop);
  } catch (error) {
    if (!stop.signal.aborted) console.error(error instanceof Error ? error.message : error);
    process.exitCode = stop.signal.aborted ? 0 : 1;
  }
}
