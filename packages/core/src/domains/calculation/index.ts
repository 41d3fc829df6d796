export {
  type Big,
  big,
  ceilTo,
  type Decimal,
  decimal,
  maxBig,
  minBig,
  percentOf,
  quotient,
  remainingOf,
  roundHalfUp,
  trimmed,
} from "./decimal.ts";
export { FEWEST_DAYS, forecastDays, type ForecastDays, paceOf } from "./forecast.ts";
export { facadeStateOf, healthOf } from "./health.ts";
