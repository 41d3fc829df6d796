import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NO_PROBES } from "@stsphera/core/watch";
import { createTestWorld, type World } from "@stsphera/core/testing";
import { startSandbox } from "@stsphera/sandbox";
import { createStorage, type Storage } from "@stsphera/storage";
import { createBotApi } from "@stsphera/telegram";
import sharp from "sharp";
import { startFileWork } from "../files/file-work.ts";
import { type Scheduler, type SchedulerDeps, startScheduler } from "../scheduler.ts";
import { type Chat, chatOf } from "./chat.ts";

const BOT_TOKEN = "7000000001:AAStsphera-test-vector-token-000000";
const S3 = { bucket: "stsphera-test", accessKey: "scheduler-access", secretKey: "scheduler-secret" };

export type Site = {
  world: World;
  chat: Chat;
  storage: Storage;
  deps: SchedulerDeps;
  warnings: string[];
  /** Starts another scheduler, with its work on files, next to the running ones. */
  start(): Promise<Scheduler>;
  close(): Promise<void>;
};

/** A test world with sandbox Telegram and object store over real HTTP, and any number of schedulers. */
export async function openSite(): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), "stsphera-scheduler-"));
  const world = await createTestWorld();
  const sandbox = await startSandbox({
    dataDir,
    botToken: BOT_TOKEN,
    botUsername: "stsphera_bot",
    appShortName: "app",
    miniAppUrl: "http://localhost:3000/",
    s3: S3,
  });
  const storage = createStorage({ endpoint: sandbox.s3Url, publicEndpoint: sandbox.s3Url, ...S3 });
  const warnings: string[] = [];
  const deps: SchedulerDeps = {
    db: world.db,
    api: createBotApi({ token: BOT_TOKEN, root: sandbox.url, timeoutMs: 2_000 }),
    storage,
    now: () => world.now,
    publicUrl: "http://localhost:3000",
    groupAppUrl: () => "https://t.me/stsphera_bot/app",
    probes: async () => NO_PROBES,
    alerts: { watches: false, senders: {} },
    push: null,
    warn: (message, error) => warnings.push(`${message}: ${String(error)}`),
  };
  const running: Scheduler[] = [];
  return {
    world,
    chat: chatOf(sandbox.url),
    storage,
    deps,
    warnings,
    start: async () => {
      const parts = [await startScheduler(deps), startFileWork(deps)];
      const stop = async (milliseconds: number) => {
        await Promise.all(parts.map((part) => part.stop(milliseconds)));
      };
      running.push({ stop });
      return { stop };
    },
    close: async () => {
      await Promise.all(running.map((scheduler) => scheduler.stop(1_000)));
      await sandbox.close();
      await world.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A real picture file. */
export async function photo(shade: number): Promise<string> {
  const background = { r: shade, g: 80, b: 120 };
  const picture = sharp({ create: { width: 1600, height: 1200, channels: 3, background } });
  return (await picture.jpeg().toBuffer()).toString("base64");
}
