import { navigate, usePathname } from "wouter/use-browser-location";
import { onPageEntry, popSheet } from "./sheet-history.ts";
import { host } from "./telegram/host.ts";

type Place = { readonly depth: number };
const ROOTS = new Set(["/", "/objects", "/notifications", "/profile"]);

/** How far each page of the history was scrolled, by its depth. */
const scrolled = new Map<number, number>();

const depth = (): number => (window.history.state as Place | null)?.depth ?? 0;

function open(path: string, replace: boolean): void {
  if (path === window.location.pathname + window.location.search) return;
  scrolled.set(depth(), window.scrollY);
  const isSamePage = path.split("?")[0] === window.location.pathname;
  const state: Place = { depth: replace ? depth() : depth() + 1 };
  navigate(path, { replace, state });
  // What only filters or marks a page leaves it where it is.
  if (!isSamePage) window.scrollTo(0, 0);
}

/** Opens a page; going back returns here. A page of the bar replaces, so that the bar piles nothing up. */
export const goTo = (path: string, replace = false): void => onPageEntry(() => open(path, replace));

/** Going back finds a list where it was left, once its rows stand again. */
export function keepScroll(): void {
  window.history.scrollRestoration = "manual";
  window.addEventListener("popstate", () => {
    if (popSheet()) return;
    const top = scrolled.get(depth()) ?? 0;
    requestAnimationFrame(() => requestAnimationFrame(() => window.scrollTo(0, top)));
  });
}

/** The page above a page, for a person who came by a link and has no history here. */
export function parentOf(path: string): string {
  const parts = path.split("/").filter((part) => part !== "");
  return parts.length <= 1 ? "/" : `/${parts.slice(0, -1).join("/")}`;
}

export function goBack(): void {
  if (depth() > 0) window.history.back();
  else goTo(parentOf(window.location.pathname), true);
}

/** Lays the pages of a link one over the other, as if the person had walked there. */
export function openStack(stack: readonly string[]): void {
  stack.forEach((path, index) =>
    navigate(path, { replace: index === 0, state: { depth: index } satisfies Place }),
  );
}

export function useIsRoot(): boolean {
  return ROOTS.has(usePathname());
}

/** Outside Telegram a page shows its own arrow; inside, the client's button does. */
export const hasOwnArrow = host.kind === "browser";
export { usePathname };
