import type { UserActor } from "@stsphera/rbac";
import type { KeysAfter } from "../locales/i18n.ts";

type CommandName = KeysAfter<"command">;

export type ListedCommand = {
  /** Position in the command list. */
  readonly place: number;
  readonly name: CommandName & KeysAfter<"help">;
  /** /help lists it after all others. */
  readonly helpedLast?: boolean;
};
type WithoutHelp = { readonly place?: number; readonly name: CommandName; readonly help: false };

/** A command for the command list and /help; its texts are `command.<name>` and `help.<name>`. */
export type Command = (ListedCommand | WithoutHelp) & {
  /** Users who may use it; everybody by default. */
  works?(actor: UserActor): boolean;
  /** True for a command that writes nothing, so that an admin viewing as another role may use it. */
  readonly reads?: boolean;
};

/** Commands available to a user, in the order of the command list. */
export const commandsOf = (commands: readonly Command[], actor: UserActor): Command[] =>
  commands
    .filter(({ place }) => place !== undefined)
    .filter((command) => command.works?.(actor) ?? true)
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));

/** The commands that /help shows, in its order. */
export function helped(commands: readonly Command[]): ListedCommand[] {
  const told = commands.flatMap((command) => ("help" in command ? [] : [command]));
  const last = (command: ListedCommand): boolean => command.helpedLast === true;
  return [...told.filter((command) => !last(command)), ...told.filter(last)];
}
