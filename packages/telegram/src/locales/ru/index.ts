import { captions } from "./captions.ts";
import { states } from "./states.ts";

export const sharedRu = { ...states, ...captions } as const;
