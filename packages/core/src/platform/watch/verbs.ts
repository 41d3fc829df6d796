export { tellAlert } from "./alerts/tell-alert.ts";
export { tryAlerts } from "./alerts/try-alerts.ts";
