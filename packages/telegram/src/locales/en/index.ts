import { DEPARTMENT_CAPTIONS, keyed, ROLE_CAPTIONS } from "@stsphera/contracts/people/captions";
import { captions } from "./captions.ts";
import { statesEn } from "@stsphera/contracts/states";

export const sharedEn = {
  ...statesEn,
  ...keyed("role", ROLE_CAPTIONS.en),
  ...keyed("department", DEPARTMENT_CAPTIONS.en),
  ...captions,
} as const;
