import type { FacadeMap } from "@stsphera/contracts";
import { shortWorkName } from "@stsphera/contracts/format";
import type { FacadeWords } from "../facade-words.ts";

const GROUPS = ["module", "bracket"] as const;

export type WorkChoices = {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string;
  readonly caption: string;
};

/**
 * What can be shown: all works, the groups, and every work by itself. A group of one work is that work: it stands once,
 * by the name of the group.
 */
export function workChoices(
  works: FacadeMap["works"],
  shown: FacadeMap["work"] | undefined,
  words: Pick<FacadeWords, "allWorks" | "group">,
): WorkChoices {
  const sizeOf = (name: string) => works.filter(({ group }) => group === name).length;
  const groups = GROUPS.filter((group) => sizeOf(group) > 0);
  const groupOf = (id: number) => {
    const work = works.find((known) => known.id === id);
    const group = groups.find((name) => name === work?.group);
    return group !== undefined && sizeOf(group) === 1 ? group : undefined;
  };
  const options = [
    { value: "all", text: words.allWorks },
    ...groups.map((group) => ({ value: group, text: words.group[group] })),
    ...works
      .filter(({ id }) => groupOf(id) === undefined)
      .map(({ id, name }) => ({ value: String(id), text: shortWorkName(name) })),
  ];
  const chosen = typeof shown === "number" ? (groupOf(shown) ?? String(shown)) : (shown ?? "all");
  const caption = options.find(({ value }) => value === chosen)?.text ?? words.allWorks;
  return { options, chosen, caption };
}
