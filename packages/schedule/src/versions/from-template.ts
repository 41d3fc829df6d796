import type { Department } from "@stsphera/rbac";
import type { Day } from "../index.ts";
import type { Template } from "../templates/index.ts";
import type { VersionContent, VersionRow } from "./content.ts";

/** The first content of an object: the rows of a template with keys and numbers of their own, and owners by department. */
export function contentOfTemplate(
  template: Template,
  start: Day,
  { newKey, owners }: { newKey: () => string; owners: Readonly<Partial<Record<Department, string>>> },
): VersionContent {
  const keys = new Map(template.rows.map(({ key }) => [key, newKey()]));
  const keyOf = (key: string) => keys.get(key) ?? key;
  return {
    start,
    rows: template.rows.map(({ key, parent, department, name, duration, work }, index): VersionRow => ({
      key: keyOf(key),
      number: index + 1,
      parent: parent === null ? null : keyOf(parent),
      name,
      department,
      owner: parent === null ? null : (owners[department] ?? null),
      quantity: null,
      unit: null,
      work,
      facade: null,
      duration,
      constraint: null,
    })),
    links: template.links.map((link) => ({ ...link, from: keyOf(link.from), to: keyOf(link.to) })),
  };
}

/**
 * A template made of an object's schedule: rows, durations, works and links, without its people, quantities and days.
 */
export function templateOfContent(
  { rows, links }: VersionContent,
  { code, name }: Pick<Template, "code" | "name">,
): Template {
  const keys = new Map(rows.map(({ key, number }) => [key, `r${number}`]));
  const keyOf = (key: string) => keys.get(key) ?? key;
  return {
    code,
    name,
    rows: rows.map(({ key, parent, department, name: title, duration, work }) => ({
      key: keyOf(key),
      parent: parent === null ? null : keyOf(parent),
      department,
      name: title,
      duration,
      work,
    })),
    links: links.map((link) => ({ ...link, from: keyOf(link.from), to: keyOf(link.to) })),
  };
}
