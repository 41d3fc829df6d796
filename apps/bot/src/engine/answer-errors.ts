import { DomainError } from "@stsphera/core";
import type { BotContext } from "./bot-context.ts";
import { domainErrorMessage } from "./domain-error-message.ts";

/** Turns an error of the domain into words; any other is the ingest's, which tries again. */
export async function answerErrors(ctx: BotContext, next: () => Promise<void>): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    ctx.turn.say(domainErrorMessage(ctx.turn, error));
  }
}
