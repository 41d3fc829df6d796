import type { Command } from "./command.ts";

/** What the engine and the features know of all features together; made from their list as the bot starts. */
export type Registered = {
  readonly commands: readonly Command[];
  /** Letters, by the kind of thing that a feature opens in the chat. */
  readonly opens: ReadonlyMap<string, string>;
  /** True for a button that writes nothing. */
  reads(data: string): boolean;
};
