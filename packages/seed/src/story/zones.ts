import type { Facade, Floor } from "./block-b.ts";
import type { PersonCode } from "./people.ts";

export type StoryZone = {
  name: string;
  facade: Facade;
  from: Floor;
  to: Floor;
  axes: string;
  foreman: PersonCode;
};

/** Zones of the object in order of priority. */
export const ZONES: readonly StoryZone[] = [
  { name: "Ю-1", facade: "Юг", from: "1", to: "7", axes: "1–10", foreman: "belov" },
  { name: "З-1", facade: "Запад", from: "1", to: "7", axes: "А–Ж", foreman: "belov" },
  { name: "Ю-2", facade: "Юг", from: "8", to: "тех", axes: "1–10", foreman: "belov" },
  { name: "З-2", facade: "Запад", from: "8", to: "тех", axes: "А–Ж", foreman: "belov" },
  { name: "В-1", facade: "Восток", from: "2", to: "7", axes: "Ж–А", foreman: "zhilin" },
  { name: "В-2", facade: "Восток", from: "8", to: "тех", axes: "Ж–А", foreman: "zhilin" },
];
