import { captions } from "./captions.ts";
import { notifications } from "./notifications.ts";
import { states } from "./states.ts";

export const sharedRu = { ...states, ...captions, ...notifications } as const;
