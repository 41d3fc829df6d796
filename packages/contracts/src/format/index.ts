export { dayInWords, dayWithYear, formatDay } from "./days.ts";
export { roundHalfUp } from "./decimal.ts";
export { shortName } from "./names.ts";
export { formatPercent, formatQuantity, formatSigned } from "./numbers.ts";
export { unitName, withUnit } from "./units.ts";
