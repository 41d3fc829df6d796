import { Redirect } from "wouter";
import { CrewsPage } from "./crews-page.tsx";
import { ZonesPage } from "./zones-page.tsx";

/** Sections of an object that are opened now and then, in one part; an unknown one leads to the object. */
export default function ObjectParts({ id, part }: { id: number; part: string }) {
  if (part === "zones") return <ZonesPage id={id} />;
  if (part === "crews") return <CrewsPage id={id} />;
  return <Redirect to={`/objects/${id}`} replace />;
}
