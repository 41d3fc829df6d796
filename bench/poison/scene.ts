import { rmSync } from "node:fs";
import { join } from "node:path";
import { createObject, loadActor, type Context } from "@stsphera/core";
import { createDatabase, type Database } from "@stsphera/db";
import { migrate } from "@stsphera/db/migrate";
import { insertPeople, oneUserPerRole } from "../../packages/core/src/testing/people.ts";
import { createStorage, type Storage } from "../../packages/storage/src/index.ts";
import { ensureDatabase } from "../../scripts/postgres/ensure-database.ts";
import { startPostgres } from "../../scripts/postgres/start-postgres.ts";
import { temporaryFolder } from "../../scripts/temporary-folder.ts";
import { startChild } from "../processes/child.ts";
import { runScheduler } from "../processes/scheduler.ts";
import { BOT_TOKEN } from "../processes/secrets.ts";

const S3 = { bucket: "stsphera-bench", accessKey: "bench-access", secretKey: "bench-secret-of-the-store" };
const DATABASE = "poison";
/** Ids that the people of a test world have in Telegram. */
const CHATS = Array.from({ length: 16 }, (_, at) => 1_000_001 + at);

export type Scene = {
  db: Database;
  storage: Storage;
  chats: readonly number[];
  /** Objects of the manager, and the manager. */
  objects: readonly { id: number; version: number }[];
  manager: () => Promise<Context>;
  /** Of the scheduler. */
  pid: number;
  close(): Promise<void>;
};

/** A database, what stands for Telegram, what stands for the store, and the scheduler, each a process of its own. */
export async function openScene(): Promise<Scene> {
  const folder = await temporaryFolder("poison");
  const server = await startPostgres({ folder: join(folder, "postgres") });
  await ensureDatabase(server.url, DATABASE);
  const address = new URL(server.url);
  address.pathname = `/${DATABASE}`;
  await migrate(address.href);
  const db = createDatabase(address.href, { max: 8, applicationName: "stsphera-bench" });
  await insertPeople(db, oneUserPerRole(), new Date());
  const standIns = { telegram: startChild("stand-ins"), store: startChild("stand-ins") };
  const open = (name: keyof typeof standIns) =>
    standIns[name].ask<{ url: string; s3Url: string }>("open", {
      dataDir: join(folder, name),
      botToken: BOT_TOKEN,
      botUsername: "stsphera_bot",
      appShortName: "app",
      miniAppUrl: "http://localhost:3000/",
      s3: S3,
      limits: false,
    });
  const [{ url: telegramUrl }, { s3Url }] = await Promise.all([open("telegram"), open("store")]);
  const storage = createStorage({ endpoint: s3Url, publicEndpoint: s3Url, ...S3 });
  await storage.ensureBucket();
  const manager = async (): Promise<Context> => {
    const actor = await loadActor(db, { telegramId: "1000004" }, new Date());
    if (actor === null) throw new Error("there is no manager");
    return { db, actor, now: new Date(), requestId: crypto.randomUUID() };
  };
  const scheduler = await runScheduler({
    NODE_ENV: "development",
    LOG_LEVEL: "warn",
    DATABASE_URL: address.href,
    TELEGRAM_BOT_TOKEN: BOT_TOKEN,
    TELEGRAM_API_ROOT: telegramUrl,
    PUBLIC_URL: "http://localhost:3000",
    BOT_USERNAME: "stsphera_bot",
    S3_ENDPOINT: s3Url,
    S3_PUBLIC_ENDPOINT: s3Url,
    S3_BUCKET: S3.bucket,
    S3_ACCESS_KEY: S3.accessKey,
    S3_SECRET_KEY: S3.secretKey,
    ALERTS: "off",
  });
  const objects = [];
  for (const name of ["Корпус 1", "Корпус 2", "Корпус 3"]) {
    const passport = { name, city: "Казань", address: "Сибирский тракт, 12", customer: "ООО «Кварц»" };
    objects.push(await createObject.run(await manager(), { ...passport, facadeTypes: ["nvf"] }));
  }
  return {
    db,
    storage,
    chats: CHATS,
    objects,
    manager,
    pid: scheduler.pid,
    async close() {
      await scheduler.stop();
      await Promise.all([standIns.telegram.stop(), standIns.store.stop()]);
      await db.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
