import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox, type RunningSandbox, type StartOptions } from "../index.ts";
import { BotClient } from "./bot-client.ts";
import { ControlClient } from "./control-client.ts";

export const botToken = "7000000001:AAStsphera-test-vector-token-000000";
export const s3Keys = {
  bucket: "stsphera-test",
  accessKey: "sandbox-access",
  secretKey: "sandbox-secret-key",
};

export type TestSandbox = RunningSandbox & {
  dataDir: string;
  bot: BotClient;
  control: ControlClient;
  errors: unknown[];
};

/** A sandbox on free ports with its own data folder. */
export async function startTestSandbox(
  options: Partial<StartOptions> = {},
): Promise<TestSandbox & { remove(): Promise<void> }> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "stsphera-sandbox-"));
  const errors: unknown[] = [];
  const running = await startSandbox({
    dataDir,
    botToken,
    botUsername: "stsphera_bot",
    appShortName: "app",
    miniAppUrl: "http://localhost:3000/",
    s3: s3Keys,
    limits: false,
    onError: (error) => errors.push(error),
    ...options,
  });
  return {
    ...running,
    dataDir,
    errors,
    bot: new BotClient(running.url, botToken),
    control: new ControlClient(running.url),
    remove: async () => {
      await running.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
