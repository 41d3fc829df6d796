import { get } from "../../../shared/api/request.ts";

/** The figures of one object: progress, facades, works, dates. */
export const getObjectDashboard = (id: number) =>
  get(`/api/objects/${id}/dashboard`, (c) => c.objectDashboard);
