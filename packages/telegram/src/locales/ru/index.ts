import { DEPARTMENT_CAPTIONS, keyed, ROLE_CAPTIONS } from "@stsphera/contracts/people/captions";
import { captions } from "./captions.ts";
import { statesRu } from "@stsphera/contracts/states";

export const sharedRu = {
  ...statesRu,
  ...keyed("role", ROLE_CAPTIONS.ru),
  ...keyed("department", DEPARTMENT_CAPTIONS.ru),
  ...captions,
} as const;
