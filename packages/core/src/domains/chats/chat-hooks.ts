import type { Database } from "@stsphera/db";
import { randomUUID } from "node:crypto";
import { type Command, type Context, DomainError } from "../../kernel/index.ts";
import type { ChatHooks } from "../../platform/deliveries/index.ts";
import { CHAT_JOB } from "./chat-job.ts";
import { loseChat } from "./lose-chat.ts";
import { loseTopic } from "./lose-topic.ts";
import { moveLinkedChat } from "./move-chat.ts";

type Deps = { db: Database; now: () => Date; warn: (message: string, error: unknown) => void };

/** What is done when Telegram says that a chat has moved, is closed to the bot, or has lost a topic. */
export function createChatHooks({ db, now, warn }: Deps): ChatHooks {
  const context = (): Context => ({ db, actor: CHAT_JOB, now: now(), requestId: randomUUID(), warn });
  /** Chats of no object are not found; that is no error. */
  async function run<I>(
    verb: Pick<Command, "name"> & { run(ctx: Context, input: I): Promise<unknown> },
    input: I,
  ) {
    try {
      await verb.run(context(), input);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
    }
  }
  return {
    moved: (from, to) => run(moveLinkedChat, { from, to }),
    lost: (chatId) => run(loseChat, { chatId }),
    topicLost: (linkId) => run(loseTopic, { linkId }),
  };
}
