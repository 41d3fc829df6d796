import { rainscreen } from "./rainscreen.ts";
import { stickWall } from "./stick-wall.ts";
import type { Template } from "./template.ts";
import { unitWall } from "./unit-wall.ts";

export { networkOfTemplate } from "./network.ts";
export { type TemplateProblem, templateProblems } from "./problems.ts";
export type { Template, TemplateRow } from "./template.ts";

/** The templates that every installation starts with; durations in working days. */
export const TEMPLATES: readonly Template[] = [rainscreen, stickWall, unitWall];
