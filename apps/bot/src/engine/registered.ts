import type { Command } from "./command.ts";

/** Data of all features together, collected once at start. */
export type Registered = {
  readonly commands: readonly Command[];
  /** Letter by kind of entity that a feature can open in the chat. */
  readonly opens: ReadonlyMap<string, string>;
  /** True for a button that writes nothing. */
  reads(data: string): boolean;
};
