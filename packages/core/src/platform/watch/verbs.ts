export { tellAlert } from "./alerts/tell-alert.ts";
export { testAlert } from "./alerts/test-alert.ts";
