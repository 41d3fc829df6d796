import { captions } from "./captions.ts";
import { states } from "./states.ts";

export const sharedEn = { ...states, ...captions } as const;
