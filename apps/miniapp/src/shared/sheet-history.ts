/**
 * A sheet lays an entry of its own over that of its page, so that the browser's back closes the sheet and not the page.
 * All sheets share one entry: it is laid when the first opens, and again when back has closed one of several.
 */
type Entry = { readonly sheet?: boolean } | null;

const closers: (() => void)[] = [];
/** What shall happen on the page's own entry, once the sheets' has been taken off. */
let waiting: (() => void)[] = [];
let isLeaving = false;

const isOnSheet = (): boolean => (window.history.state as Entry)?.sheet === true;

function leave(): void {
  if (isLeaving) return;
  isLeaving = true;
  window.history.back();
}

/** Called later than what closes and opens, as one sheet may take the place of another. */
function settle(): void {
  if (isLeaving) return;
  if (closers.length === 0 && isOnSheet()) leave();
  if (closers.length > 0 && !isOnSheet())
    window.history.pushState({ ...(window.history.state as object | null), sheet: true }, "");
}

/** Registers an open sheet; the answer takes it out again. */
export function layOverPage(close: () => void): () => void {
  closers.push(close);
  setTimeout(settle);
  return () => {
    closers.splice(closers.indexOf(close), 1);
    setTimeout(settle);
  };
}

/** Changes the page's address: at once, or when the entry of the sheets no longer lies over it. */
export function onPageEntry(change: () => void): void {
  if (!isLeaving && !isOnSheet()) return change();
  waiting.push(change);
  leave();
}

/** Handles `popstate` where it is a sheet's: true if the page stays. */
export function popSheet(): boolean {
  const wasLeaving = isLeaving;
  isLeaving = false;
  if (!wasLeaving && closers.length > 0 && !isOnSheet()) {
    closers.at(-1)?.();
    setTimeout(settle);
    return true;
  }
  const changes = waiting;
  waiting = [];
  for (const change of changes) change();
  setTimeout(settle);
  return wasLeaving || isOnSheet();
}
