const COMMAND = /^c:([a-z]{2,16})$/;

/** Callback data of a button that runs a bot command: `c:fact` does the same as /fact. */
export function packCommand(command: string): string {
  const data = `c:${command}`;
  if (unpackCommand(data) === null) throw new RangeError(`Not a command: "${command}"`);
  return data;
}

/** The command in callback data; null for other data. */
export function unpackCommand(data: string): string | null {
  return COMMAND.exec(data)?.[1] ?? null;
}
