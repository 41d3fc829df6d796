/** One finding about a restored database: what was looked at, whether it holds, and the figures in one line. */
export type Check = { name: string; ok: boolean; found: string };

const SHOWN = 5;

/** The first few of a list, and how many there are more. */
export function some(all: readonly string[]): string {
  const more = all.length - SHOWN;
  return all.slice(0, SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
