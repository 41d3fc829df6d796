const folded = (text: string) => `translate(lower(${text} collate "ru-x-icu"), 'ё', 'е')`;

/** Whether a name has in it what is looked for, whatever the case; ё may be typed as е. */
export const nameHas = (name: string, search: string): string =>
  `position(${folded(search)} in ${folded(name)}) > 0`;
