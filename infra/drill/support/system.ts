import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import postgres from "postgres";
import { controlClient } from "../../../e2e/reliability/support/control-client.ts";
import type { Reached } from "../../../e2e/reliability/support/running.ts";
import { onHost } from "./shell.ts";

export const SITE = "https://app.drill.test";

const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start by infra/drill/drill.`);
  return value;
};
export const home = given("DRILL_HOME");
export const ROLLS = Number(process.env["DRILL_ROLLS"] || 6);
export const prefix = `127.0.0.1:${given("DRILL_REGISTRY_PORT")}/stsphera`;

export const settings = (): NodeJS.Dict<string> =>
  parseEnv(readFileSync(join(home, "engines/host/opt/stsphera/.env"), "utf8"));

/** The owner's address of the database, past the networks that only containers are in. */
export async function databaseUrl(): Promise<string> {
  const format = '{{(index .NetworkSettings.Networks "stsphera_data").IPAddress}}';
  const address = await onHost("docker", "inspect", "--format", format, "stsphera-postgres-1");
  return `postgres://stsphera:${settings()["POSTGRES_PASSWORD"]}@${address}:5432/stsphera`;
}

export type System = Reached & { close(): Promise<void> };

/** The deployed system as its users reach it. */
export async function openSystem(): Promise<System> {
  const sql = postgres(await databaseUrl(), { max: 2, onnotice: () => undefined, connect_timeout: 5 });
  return {
    sql,
    control: controlClient("http://127.0.0.1:8480"),
    system: { addresses: { api: SITE }, environment: settings() },
    close: () => sql.end({ timeout: 2 }),
  };
}

export const isReady = (): Promise<boolean> =>
  fetch(`${SITE}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );
