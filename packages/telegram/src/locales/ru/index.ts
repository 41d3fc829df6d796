import { captions } from "./captions.ts";
import { statesRu } from "@stsphera/contracts/states";

export const sharedRu = { ...statesRu, ...captions } as const;
