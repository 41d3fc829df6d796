import { objects } from "./objects.ts";
import { people } from "./people.ts";
import { tasks } from "./tasks.ts";

export const formCaptionsEn = { ...objects, ...people, ...tasks } as const;
