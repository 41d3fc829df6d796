import type { Launched, LaunchOptions } from "./options.ts";
import { seedOnce } from "./demo-data.ts";
import type { Ports } from "./ports.ts";
import { runStep } from "./run-step.ts";
import { developmentSecrets } from "./secrets.ts";
import { serviceEnvironment, standIn, usesRealTelegram } from "./service-environment.ts";
import { startService, type Surroundings } from "./service.ts";
import { defineService, frontDoorEnvironment, type ServiceName } from "./services.ts";
import type { System } from "./system.ts";

/** One database with two logins: the owner migrates it, the services have limited rights. */
export type DatabaseUrls = { owner: string; services: string };

type Parts = {
  options: LaunchOptions;
  ports: Ports;
  databaseUrls: DatabaseUrls;
  around: Surroundings;
  system: System;
};

function environmentFor({ options, ports, databaseUrls }: Parts): Record<string, string> {
  const given = options.environment ?? {};
  const secrets = developmentSecrets(options.dataDir);
  const { services: databaseUrl } = databaseUrls;
  return serviceEnvironment({ databaseUrl, ports, secrets, dataFolder: options.dataDir, given });
}

/**
 * Environment of a single process: the sandbox, which is not part of the product, creates the clock's table as the
 * owner.
 */
function ownEnvironment(name: ServiceName, parts: Parts, s3Origin: string): Record<string, string> {
  const { options, ports, around, databaseUrls } = parts;
  if (name === "sandbox") return { DATABASE_URL: databaseUrls.owner };
  if (name !== "front-door") return {};
  return frontDoorEnvironment({ ports, dev: options.dev ?? false, s3Origin, checkout: around.checkout });
}

function starter(parts: Parts, environment: Record<string, string>) {
  const { options, ports, around, system } = parts;
  const s3Origin = new URL(environment["S3_PUBLIC_ENDPOINT"] ?? "").origin;
  const { dev = false, bundled = false } = options;
  return async (name: ServiceName): Promise<void> => {
    system.signal.throwIfAborted();
    const own = ownEnvironment(name, parts, s3Origin);
    const definition = defineService(name, {
      ports,
      environment: { ...environment, ...own },
      dev,
      bundled,
    });
    const service = startService(definition, around);
    system.services.set(name, service);
    await service.ready();
  };
}

function addressesOf(parts: Parts, environment: Record<string, string>): Launched["addresses"] {
  const { ports, databaseUrls, options } = parts;
  const at = (port: number) => `http://localhost:${port}`;
  return {
    miniApp: at(ports.frontDoor),
    api: at(ports.api),
    bot: at(ports.bot),
    scheduler: at(ports.scheduler),
    sandbox: usesRealTelegram(options.environment ?? {}) ? undefined : at(ports.sandbox),
    objectStore: environment["S3_PUBLIC_ENDPOINT"] ?? at(ports.objectStore),
    databaseUrl: databaseUrls.owner,
  };
}

/**
 * Runs migrations, then starts each process as soon as its dependencies are ready, which saves most of the start time
 * on two cores.
 */
export async function startSystem(parts: Parts): Promise<Launched> {
  const { options, around, system } = parts;
  const environment = environmentFor(parts);
  const start = starter(parts, environment);
  system.signal.throwIfAborted();
  await runStep(
    {
      name: "migrate",
      command: ["packages/db/src/migrate-main.ts"],
      environment: { ...environment, MIGRATE_DATABASE_URL: parts.databaseUrls.owner },
    },
    around,
    system.signal,
  );
  const stand = standIn(options.environment ?? {});
  await Promise.all([stand && start(stand), start("api")]);
  const seeding =
    options.seed === false
      ? Promise.resolve()
      : seedOnce(
          // Seeding ends with ANALYZE, which requires the owner.
          { ...environment, DATABASE_URL: parts.databaseUrls.owner },
          options.environment?.DATABASE_URL,
          around,
          system.signal,
        );
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
