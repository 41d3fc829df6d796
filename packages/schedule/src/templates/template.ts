import type { Department } from "@stsphera/rbac";
import type { LinkType, ScheduleLink } from "../index.ts";

/**
 * A row of a template: key, name, working days, what it comes after («b4, b5 SS+3»; finish-to-start where nothing is
 * said), and the code of the work whose volumes it plans.
 */
export type TemplateLine = readonly [key: string, name: string, days: number, after?: string, work?: string];

export type TemplateSection = {
  department: Department;
  name: string;
  lines: readonly TemplateLine[];
};

export type TemplateRow = {
  key: string;
  /** The key of the summary above; departments have none. */
  parent: string | null;
  department: Department;
  name: string;
  /** Working days; 0 for a milestone and for a summary. */
  duration: number;
  /** The code of the work whose volumes the row plans. */
  work: string | null;
};

export type Template = {
  code: string;
  name: string;
  rows: readonly TemplateRow[];
  /** By keys of rows. */
  links: readonly ScheduleLink[];
};

const AFTER = /^(?<from>[a-z]\w*)(?: (?<type>FS|SS|FF|SF))?(?<lag>[+-]\d+)?$/;

function linksOf([key, , , after = ""]: TemplateLine): ScheduleLink[] {
  return after
    .split(",")
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => {
      const { from, type = "FS", lag = "0" } = AFTER.exec(text)?.groups ?? {};
      if (from === undefined) throw new Error(`the template's row ${key} comes after «${text}»`);
      return { from, to: key, type: type as LinkType, lag: Number(lag), unit: "work" };
    });
}

/** Makes the rows and links of a template: a department is a summary, with its lines under it. */
export function createTemplate(code: string, name: string, sections: readonly TemplateSection[]): Template {
  const rows: TemplateRow[] = [];
  const links: ScheduleLink[] = [];
  for (const { department, name: title, lines } of sections) {
    rows.push({ key: department, parent: null, department, name: title, duration: 0, work: null });
    for (const line of lines) {
      const [key, text, duration, , work = null] = line;
      rows.push({ key, parent: department, department, name: text, duration, work });
      links.push(...linksOf(line));
    }
  }
  return { code, name, rows, links };
}
