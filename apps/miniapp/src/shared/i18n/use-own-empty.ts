import { viewedRole } from "../api/viewed-role.ts";
import { useWords } from "./locale.ts";
import { viewWords } from "./view-words.ts";

type Empty = { readonly title: string; readonly line?: string };

/** What an empty list of a person's own things says; an administrator who looks as a role is told why it is empty. */
export function useOwnEmpty(empty: Empty): Empty {
  const { noOwn, noOwnLine } = useWords(viewWords);
  return viewedRole() === null ? empty : { title: noOwn, line: noOwnLine };
}
