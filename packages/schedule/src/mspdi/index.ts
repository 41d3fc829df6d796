export { exportProject } from "./export-project.ts";
export { type Imported, importProject, MAX_TASKS } from "./import-project.ts";
export type { Notice, Project, ProjectCalendar, ProjectLink, ProjectTask, Refusal } from "./project.ts";
export { MAX_BYTES, MAX_DEPTH } from "./read-xml.ts";
export { networkOf } from "./to-network.ts";
