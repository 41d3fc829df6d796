import { access } from "./access.ts";
import { calendar } from "./calendar.ts";
import { facts } from "./facts.ts";
import { files } from "./files.ts";
import { objects } from "./objects.ts";
import { people } from "./people.ts";
import { requests } from "./requests.ts";
import { tasks } from "./tasks.ts";

export const refusalsEn = {
  ...access,
  ...people,
  ...objects,
  ...calendar,
  ...facts,
  ...files,
  ...tasks,
  ...requests,
} as const;
