type Named = { readonly id: number; readonly code: string; readonly name: string };

const wordsOf = (text: string): string[] => text.toLocaleLowerCase("ru").match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The facade that a text names by its code or name («кронштейны Восток 5»), the first in the text; undefined when it
 * names none. A code of one letter is no word to search for.
 */
export function facadeNamedIn<F extends Named>(text: string, facades: readonly F[]): F | undefined {
  const named = new Map(
    facades.flatMap((facade) =>
      [facade.code, facade.name].map((word) => [word.toLocaleLowerCase("ru"), facade]),
    ),
  );
  const found = wordsOf(text).find((word) => word.length > 1 && named.has(word));
  return found === undefined ? undefined : named.get(found);
}
