export { mendSums } from "./mend-sums.ts";
