export { dayInWords, dayWithYear, formatDay, type DayStyle } from "./days.ts";
export { roundHalfUp } from "./decimal.ts";
export { shortName } from "./names.ts";
export { formatPercent, formatQuantity, formatSigned, NO_VALUE } from "./numbers.ts";
export { unitName, withUnit } from "./units.ts";
