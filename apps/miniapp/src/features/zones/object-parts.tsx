import { CrewsPage } from "./crews-page.tsx";
import { ZonesPage } from "./zones-page.tsx";

/** Zones and crews of an object: opened now and then, they arrive as one part. */
export default function ObjectParts({ id, part }: { id: number; part: "zones" | "crews" }) {
  return part === "zones" ? <ZonesPage id={id} /> : <CrewsPage id={id} />;
}
