import { objects } from "./objects.ts";
import { people } from "./people.ts";
import { tasks } from "./tasks.ts";

export const formCaptionsRu = { ...objects, ...people, ...tasks } as const;
