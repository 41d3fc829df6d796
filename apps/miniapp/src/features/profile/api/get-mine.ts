import { get } from "../../../shared/api/request.ts";

export const getMe = () => get("/api/me", (c) => c.me);

/** Figures of the last 30 days. */
export const getFigures = () => get("/api/me/kpi", (c) => c.kpi);

export const getSettings = () => get("/api/me/notification-settings", (c) => c.notificationSettings);

const withCursor = (filters: Readonly<Record<string, string>>, cursor: string | null) =>
  new URLSearchParams({ ...filters, ...(cursor === null ? {} : { cursor }) });

export const listActivity = (filters: Readonly<Record<string, string>>, cursor: string | null) =>
  get(`/api/me/activity?${withCursor({ ...filters, limit: "30" }, cursor)}`, (c) => c.activityPage);

export const listDeputies = (cursor: string | null) =>
  get(`/api/me/delegations?${withCursor({ limit: "50" }, cursor)}`, (c) => c.delegationPage);

/** By name, as many as a page holds. */
export const listEveryObject = () => get("/api/objects?limit=200", (c) => c.objectPage);
