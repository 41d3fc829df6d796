import { captions } from "./captions.ts";
import { notifications } from "./notifications.ts";
import { states } from "./states.ts";
import { team } from "./team.ts";

export const sharedEn = { ...states, ...captions, ...notifications, ...team } as const;
