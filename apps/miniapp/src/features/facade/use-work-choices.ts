import type { FacadeMap } from "@stsphera/contracts";
import { useWords } from "../../shared/i18n/locale.ts";
import { facadeWords } from "./facade-words.ts";

const GROUPS = ["module", "bracket"] as const;

/** What can be shown: all works, a group that has several of them or is shown, and every work by itself. */
export function useWorkChoices(works: FacadeMap["works"], shown: FacadeMap["work"] | undefined) {
  const words = useWords(facadeWords);
  const groups = GROUPS.filter((group) => works.some((work) => work.group === group));
  const single = (id: number) => {
    const of = works.find((work) => work.id === id);
    // A group of one work is that work: it stands in the list once, by the group's name.
    return of !== undefined && works.filter(({ group }) => group === of.group).length === 1
      ? groups.find((group) => group === of.group)
      : undefined;
  };
  const options = [
    { value: "all", text: words.allWorks },
    ...groups.map((group) => ({ value: group, text: words.group[group] })),
    ...works
      .filter(({ id }) => single(id) === undefined)
      .map(({ id, name }) => ({ value: String(id), text: name })),
  ];
  const chosen = typeof shown === "number" ? (single(shown) ?? String(shown)) : (shown ?? "all");
  const caption = options.find(({ value }) => value === chosen)?.text ?? words.allWorks;
  return { options, chosen, caption };
}
