import { createContext, useContext, useSyncExternalStore } from "react";

/** The address of a list that stands beside its thing: there the window's address is the thing's. */
export type SideAddress = { readonly search: string; readonly set: (search: string) => void };

export const SideContext = createContext<SideAddress | null>(null);
export const useSide = (): SideAddress | null => useContext(SideContext);

const wide = window.matchMedia("(min-width: 900px)");

/** True where a list and its thing have room side by side. */
export const useIsWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      wide.addEventListener("change", listener);
      return () => wide.removeEventListener("change", listener);
    },
    () => wide.matches,
  );
