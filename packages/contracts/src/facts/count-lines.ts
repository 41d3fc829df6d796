type Line = { readonly gate: unknown; readonly today: unknown };

/**
 * «Внесено 4 из 6»: the lines of a day's form that can be worked or were entered, and those that were. Counted here for
 * the app and the chat, so that they never differ.
 */
export function countLines(lines: readonly Line[]): { done: number; total: number } {
  return {
    done: lines.filter(({ today }) => today !== null).length,
    total: lines.filter(({ gate, today }) => gate === null || today !== null).length,
  };
}
