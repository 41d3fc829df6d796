import { access } from "./access.ts";
import { calendar } from "./calendar.ts";
import { facts } from "./facts.ts";
import { files } from "./files.ts";
import { objects } from "./objects.ts";
import { people } from "./people.ts";
import { requests } from "./requests.ts";
import { tasks } from "./tasks.ts";

/** Why something is refused, by its code; `{name}` is a value. */
export const refusalsRu = {
  ...access,
  ...people,
  ...objects,
  ...calendar,
  ...facts,
  ...files,
  ...tasks,
  ...requests,
} as const;
