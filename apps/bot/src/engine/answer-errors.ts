import { DomainError } from "@stsphera/core";
import type { BotContext } from "./bot-context.ts";
import { domainErrorMessage } from "./domain-error-message.ts";

/** Answers a DomainError with a readable message; any other error is rethrown, and the ingest retries the update. */
export async function answerErrors(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    ctx.turn.say(domainErrorMessage(ctx.turn, error));
  }
}
