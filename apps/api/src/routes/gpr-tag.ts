import type { Tag } from "./endpoint.ts";

export const GPR: Tag = {
  name: "schedule",
  about: "The work schedule (ГПР): versions, rows, signatures, differences, the forecast",
};
