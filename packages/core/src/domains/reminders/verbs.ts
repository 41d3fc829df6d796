export { putOffEvening } from "./put-off-evening.ts";
