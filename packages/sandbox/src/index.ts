import { createSandbox, type SandboxOptions } from "./sandbox.ts";

export { createSandbox } from "./sandbox.ts";
export { PUSH_ORIGIN, type PushedMessage, PushService } from "./push/push-service.ts";
export type { MessageView } from "./control/message-view.ts";

export type StartOptions = SandboxOptions & { port?: number; s3Port?: number };
export type RunningSandbox = { url: string; s3Url: string; close(): Promise<void> };

/** A sandbox on loopback ports (0: any free one), for tests and for the launcher. */
export async function startSandbox({
  port = 0,
  s3Port = 0,
  ...options
}: StartOptions): Promise<RunningSandbox> {
  const sandbox = createSandbox(options);
  try {
    const addresses = await sandbox.start({ port, s3Port });
    return { ...addresses, close: () => sandbox.close() };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}
