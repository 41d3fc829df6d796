const COMMAND = /^c:([a-z]{2,16})$/;

/** Callback data of a button that stands for a command of the bot: `c:fact` does what /fact does. */
export function packCommand(command: string): string {
  const data = `c:${command}`;
  if (unpackCommand(data) === null) throw new RangeError(`Not a command: "${command}"`);
  return data;
}

/** The command in callback data; null for other data. */
export function unpackCommand(data: string): string | null {
  return COMMAND.exec(data)?.[1] ?? null;
}
