import type { SystemActor } from "@stsphera/rbac";
import { type Context, forbidden } from "../../kernel/index.ts";

/** Who acts on what Telegram says of a chat, and for administrators who stay anonymous. */
export const CHAT_JOB: SystemActor = { kind: "system", job: "chats", permissions: [] };

export function assertChatJob({ actor }: Pick<Context, "actor">): void {
  if (actor.kind !== "system") throw forbidden();
}
