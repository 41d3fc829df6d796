import { captions } from "./captions.ts";
import { statesEn } from "@stsphera/contracts/states";

export const sharedEn = { ...statesEn, ...captions } as const;
