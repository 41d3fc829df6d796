import { takeEarlyDashboard } from "../../../shared/api/early.ts";
import { checked, get } from "../../../shared/api/request.ts";

/** All that the dashboard shows. The first time, the answer that the page asked for before the bundle came is taken. */
export async function getDashboard() {
  const early = await takeEarlyDashboard();
  if (early?.status === 200) return checked(early.body, (c) => c.dashboard);
  return get("/api/dashboard", (c) => c.dashboard);
}
