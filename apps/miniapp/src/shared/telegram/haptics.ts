import { host } from "./host.ts";

const feel = (data: Record<string, string>) => host.post("web_app_trigger_haptic_feedback", data);

/** A step of a figure. */
export const hapticStep = () => feel({ type: "impact", impact_style: "light" });
/** Something is saved. */
export const hapticSuccess = () => feel({ type: "notification", notification_type: "success" });
/** Something needs a look before it can be saved. */
export const hapticWarning = () => feel({ type: "notification", notification_type: "warning" });
