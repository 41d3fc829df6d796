import type { Launched, LaunchOptions } from "./options.ts";
import { seedOnce } from "./demo-data.ts";
import type { Ports } from "./ports.ts";
import { runStep } from "./run-step.ts";
import { developmentSecrets } from "./secrets.ts";
import { serviceEnvironment, standIn, usesRealTelegram } from "./service-environment.ts";
import { startService, type Surroundings } from "./service.ts";
import { defineService, frontDoorEnvironment, type ServiceName } from "./services.ts";
import type { System } from "./system.ts";

type Parts = {
  options: LaunchOptions;
  ports: Ports;
  databaseUrl: string;
  around: Surroundings;
  system: System;
};

function environmentFor({ options, ports, databaseUrl }: Parts): Record<string, string> {
  const given = options.environment ?? {};
  const secrets = developmentSecrets(options.dataDir);
  return serviceEnvironment({ databaseUrl, ports, secrets, dataFolder: options.dataDir, given });
}

function starter(parts: Parts, environment: Record<string, string>) {
  const { options, ports, around, system } = parts;
  const s3Origin = new URL(environment["S3_PUBLIC_ENDPOINT"] ?? "").origin;
  const dev = options.dev ?? false;
  return async (name: ServiceName): Promise<void> => {
    system.signal.throwIfAborted();
    const own =
      name === "front-door" ? frontDoorEnvironment({ ports, dev, s3Origin, checkout: around.checkout }) : {};
    const definition = defineService(name, { ports, environment: { ...environment, ...own }, dev });
    const service = startService(definition, around);
    system.services.set(name, service);
    await service.ready();
  };
}

function addressesOf(parts: Parts, environment: Record<string, string>): Launched["addresses"] {
  const { ports, databaseUrl, options } = parts;
  const at = (port: number) => `http://localhost:${port}`;
  return {
    miniApp: at(ports.frontDoor),
    api: at(ports.api),
    bot: at(ports.bot),
    scheduler: at(ports.scheduler),
    sandbox: usesRealTelegram(options.environment ?? {}) ? undefined : at(ports.sandbox),
    objectStore: environment["S3_PUBLIC_ENDPOINT"] ?? at(ports.objectStore),
    databaseUrl,
  };
}

/** Migrations, then each process as soon as what it needs is ready; on two cores that is most of the start's time. */
export async function startSystem(parts: Parts): Promise<Launched> {
  const { options, around, system } = parts;
  const environment = environmentFor(parts);
  const start = starter(parts, environment);
  system.signal.throwIfAborted();
  const migrations = { name: "migrate", command: ["packages/db/src/migrate-main.ts"], environment };
  await runStep(migrations, around, system.signal);
  const stand = standIn(options.environment ?? {});
  await Promise.all([stand && start(stand), start("api")]);
  const seeding =
    options.seed === false
      ? Promise.resolve()
      : seedOnce(environment, options.environment?.DATABASE_URL, around, system.signal);
  await Promise.all([start("bot"), start("scheduler"), start("front-door"), seeding]);
  return {
    addresses: addressesOf(parts, environment),
    environment,
    dataDir: options.dataDir,
    pid: (name) => system.services.get(name)?.pid(),
    kill: (name, signal) => system.services.get(name)?.kill(signal),
    stop: () => system.stop(),
  };
}
