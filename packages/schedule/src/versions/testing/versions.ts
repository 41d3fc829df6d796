import { productionCalendar } from "../../testing/calendars.ts";
import { computed, link } from "../../testing/compute.ts";
import {
  type DatedContent,
  datesOf,
  networkOfContent,
  type VersionContent,
  type VersionRow,
} from "../content.ts";

export const versionRow = (key: string, more: Partial<VersionRow> = {}): VersionRow => ({
  key,
  number: Number(/\d+$/.exec(key)?.[0] ?? 0),
  parent: null,
  name: `Строка ${key}`,
  department: "construction",
  owner: "belov",
  quantity: null,
  unit: null,
  work: null,
  facade: null,
  duration: 5,
  constraint: null,
  ...more,
});

export const version = (rows: readonly VersionRow[], links: readonly string[] = []): VersionContent => ({
  start: "2026-04-13",
  rows,
  links: links.map(link),
});

/** A version with the dates that its rows and links lead to. */
export function dated(content: VersionContent): DatedContent {
  return { ...content, dates: datesOf(computed(networkOfContent(content, productionCalendar))) };
}
