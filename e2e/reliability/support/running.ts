import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { launch, type Launched, type LaunchOptions } from "../../../scripts/launch/launch.ts";
import { temporaryFolder } from "../../../scripts/temporary-folder.ts";
import { freePortBase } from "../../../scripts/testing/free-port-base.ts";
import { nextTuesday } from "../../support/system.ts";
import { type Control, controlClient } from "./control-client.ts";

export type Running = {
  system: Launched;
  folder: string;
  control: Control;
  /** A connection of the test itself. */
  sql: postgres.Sql;
  /** Output of the launcher so far. */
  said: string[];
  stop(): Promise<void>;
};

/** As much of a running system as its users need, wherever it runs. */
export type Reached = Pick<Running, "control" | "sql"> & {
  system: { addresses: { api: string }; environment: Readonly<Record<string, string | undefined>> };
};

export type Start = Partial<Pick<LaunchOptions, "environment" | "seed">> & { purpose: string };

/** Starts the whole system in its own folder and on its own ports, on a Tuesday at ten. */
export async function start({ purpose, environment = {}, seed = true }: Start): Promise<Running> {
  const folder = await temporaryFolder(purpose);
  const said: string[] = [];
  const ended = new AbortController();
  const end = () => ended.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, end);
  const system = await launch({
    portBase: await freePortBase(),
    dataDir: folder,
    disposable: true,
    bundled: true,
    seed,
    environment: { SANDBOX_START: nextTuesday(new Date()).toISOString(), LOG_LEVEL: "warn", ...environment },
    show: (line) => void said.push(line),
    signal: ended.signal,
  });
  const { sandbox, databaseUrl } = system.addresses;
  if (sandbox === undefined) throw new Error("the sandbox does not stand in for Telegram");
  const sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined, connect_timeout: 5 });
  let stopped: Promise<void> | undefined;
  const stopAll = async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, end);
    await sql.end({ timeout: 2 });
    await system.stop();
    if (process.env["KEEP_LOGS"] === "1") cpSync(join(folder, "logs"), `${folder}.logs`, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
  };
  const stop = () => (stopped ??= stopAll());
  ended.signal.addEventListener("abort", () => void stop().finally(() => process.exit(130)));
  return {
    system,
    folder,
    control: controlClient(sandbox),
    sql,
    said,
    stop,
  };
}
