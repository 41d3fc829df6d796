import { useSyncExternalStore } from "react";
import type { Building } from "./building.tsx";
import type { BuildingFacade } from "./floors.ts";
import "./building.css";

type Props = { readonly facades: readonly BuildingFacade[]; readonly label: string };

const listeners = new Set<() => void>();
let Drawing: typeof Building | null = null;

/** The drawing comes while the figures are asked for: it is there before them and yet holds nobody up. */
async function fetchDrawing(): Promise<void> {
  ({ Building: Drawing } = await import("./building.tsx"));
  for (const listener of listeners) listener();
}
fetchDrawing().catch(reportError);

const hasArrived = () => Drawing !== null;
const follow = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The building, or its place until the drawing has arrived. */
export function LateBuilding(props: Props) {
  useSyncExternalStore(follow, hasArrived);
  return Drawing ? <Drawing {...props} /> : <div className="building" role="img" aria-label={props.label} />;
}
