import { useSearch } from "wouter/use-browser-location";
import { useSide } from "../shared/ui/side.ts";
import { goTo } from "../shared/navigation.ts";

/** The parameters of the page's address: what a list is filtered by can be linked to and survives going back. */
export function useQueryState(): {
  get: (name: string) => string;
  choose: <V extends string>(name: string, values: readonly V[], usual: V) => V;
  set: (changes: Readonly<Record<string, string>>) => void;
} {
  const side = useSide();
  const own = useSearch();
  const search = side?.search ?? own;
  const parameters = new URLSearchParams(search);
  return {
    get: (name) => parameters.get(name) ?? "",
    choose: (name, values, usual) => values.find((value) => value === parameters.get(name)) ?? usual,
    set(changes) {
      const next = new URLSearchParams(side?.search ?? window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === "") next.delete(name);
        else next.set(name, value);
      }
      const text = next.toString();
      if (side !== null) return side.set(text);
      goTo(window.location.pathname + (text === "" ? "" : `?${text}`), true);
    },
  };
}
