function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  }
  return value >>> 0;
}

/**
 * In which order the windows of one floor light up: always the same for a floor, so that a new entry adds windows
 * and none goes out.
 */
export function paneOrder(seed: string, count: number): number[] {
  return Array.from({ length: count }, (_, pane) => ({ pane, weight: hash(`${seed}:${pane}`) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ pane }) => pane);
}

/** How bright a lit window is: 0, 1 or 2. */
export const paneLevel = (seed: string, pane: number): number => hash(`${seed}/${pane}`) % 3;
