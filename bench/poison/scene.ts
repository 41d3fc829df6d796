import { rmSync } from "node:fs";
import { join } from "node:path";
import { createObject, loadActor, type Context } from "@stsphera/core";
import { NO_PROBES } from "@stsphera/core/watch";
import { createDatabase, type Database } from "@stsphera/db";
import { migrate } from "@stsphera/db/migrate";
import { startScheduler } from "../../apps/scheduler/src/scheduler.ts";
import { insertPeople, oneUserPerRole } from "../../packages/core/src/testing/people.ts";
import { startSandbox } from "../../packages/sandbox/src/index.ts";
import { createStorage, type Storage } from "../../packages/storage/src/index.ts";
import { createBotApi } from "../../packages/telegram/src/index.ts";
import { ensureDatabase } from "../../scripts/postgres/ensure-database.ts";
import { startPostgres } from "../../scripts/postgres/start-postgres.ts";
import { temporaryFolder } from "../../scripts/temporary-folder.ts";
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
  close(): Promise<void>;
};

/** A database, what stands for Telegram and the store, and the scheduler with all its loops. */
export async function openScene(): Promise<Scene> {
  const folder = await temporaryFolder("poison");
  const server = await startPostgres({ folder: join(folder, "postgres") });
  await ensureDatabase(server.url, DATABASE);
  const address = new URL(server.url);
  address.pathname = `/${DATABASE}`;
  await migrate(address.href);
  const db = createDatabase(address.href, { max: 8, applicationName: "stsphera-scheduler" });
  await insertPeople(db, oneUserPerRole(), new Date());
  const sandbox = await startSandbox({
    dataDir: folder,
    botToken: BOT_TOKEN,
    botUsername: "stsphera_bot",
    appShortName: "app",
    miniAppUrl: "http://localhost:3000/",
    s3: S3,
    limits: false,
  });
  const storage = createStorage({ endpoint: sandbox.s3Url, publicEndpoint: sandbox.s3Url, ...S3 });
  await storage.ensureBucket();
  const manager = async (): Promise<Context> => {
    const actor = await loadActor(db, { telegramId: "1000004" }, new Date());
    if (actor === null) throw new Error("there is no manager");
    return { db, actor, now: new Date(), requestId: crypto.randomUUID() };
  };
  const scheduler = await startScheduler({
    db,
    api: createBotApi({ token: BOT_TOKEN, root: sandbox.url }),
    storage,
    now: () => new Date(),
    publicUrl: "http://localhost:3000",
    groupAppUrl: () => null,
    probes: async () => NO_PROBES,
    alerts: { watches: false, senders: {} },
    push: null,
    warn: (message, error) => console.error(message, error),
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
    async close() {
      await scheduler.stop(2_000);
      await sandbox.close();
      await db.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
