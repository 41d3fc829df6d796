import { get } from "../api/request.ts";

/** All that the dashboard shows. */
export const getDashboard = () => get("/api/dashboard", (c) => c.dashboard);
