export { repairSums } from "./repair-sums.ts";
