import { useEffect, useSyncExternalStore } from "react";
import type { Building } from "./building.tsx";
import type { BuildingFacade } from "./floors.ts";
import "./building.css";

type Props = { readonly facades: readonly BuildingFacade[]; readonly label: string };

const listeners = new Set<() => void>();
let Drawing: typeof Building | null = null;
let isAsked = false;

async function fetchDrawing(): Promise<void> {
  ({ Building: Drawing } = await import("./building.tsx"));
  for (const listener of listeners) listener();
}

/** Called by pages that show a building: the drawing comes beside its figures and yet holds nobody up. */
export function prepareBuilding(): void {
  if (isAsked) return;
  isAsked = true;
  fetchDrawing().catch((error: unknown) => {
    isAsked = false;
    reportError(error);
  });
}

const hasArrived = () => Drawing !== null;
const follow = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The building, or its place until the drawing has arrived. */
export function LateBuilding(props: Props) {
  useSyncExternalStore(follow, hasArrived);
  useEffect(prepareBuilding, []);
  return Drawing ? <Drawing {...props} /> : <div className="building" role="img" aria-label={props.label} />;
}
