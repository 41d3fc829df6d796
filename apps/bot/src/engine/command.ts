import type { UserActor } from "@stsphera/rbac";
import type { KeysAfter } from "../locales/i18n.ts";

type CommandName = KeysAfter<"command">;

export type ListedCommand = {
  /** Where it stands in the list of commands. */
  readonly place: number;
  readonly name: CommandName & KeysAfter<"help">;
  /** /help tells of it after all others. */
  readonly helpedLast?: boolean;
};
type WithoutHelp = { readonly place?: number; readonly name: CommandName; readonly help: false };

/** A command as the list and /help know it: its words are `command.<name>` and `help.<name>`. */
export type Command = (ListedCommand | WithoutHelp) & {
  /** Whom it works for; everybody, where nothing is said. */
  works?(actor: UserActor): boolean;
  /** It writes nothing: an admin who looks as somebody else may use it, too. */
  readonly reads?: boolean;
};

/** Commands that work for a person, in the order of the list. */
export const commandsOf = (commands: readonly Command[], actor: UserActor): Command[] =>
  commands
    .filter(({ place }) => place !== undefined)
    .filter((command) => command.works?.(actor) ?? true)
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));

/** Those of them that /help tells of, in its order. */
export function helped(commands: readonly Command[]): ListedCommand[] {
  const told = commands.flatMap((command) => ("help" in command ? [] : [command]));
  const last = (command: ListedCommand): boolean => command.helpedLast === true;
  return [...told.filter((command) => !last(command)), ...told.filter(last)];
}
