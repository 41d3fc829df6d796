import { get } from "../../../shared/api/request.ts";

/** What progress, deviation and forecast of an object are made of. */
export const getObjectBreakdown = (id: number) =>
  get(`/api/objects/${id}/breakdown`, (c) => c.objectBreakdown);
