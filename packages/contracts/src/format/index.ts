export { charactersOf, cutText, firstCharacter, shorten } from "./characters.ts";
export {
  type DayStyle,
  dayInWords,
  dayWithYear,
  fullDay,
  numericDay,
  pastDay,
  periodWithYear,
} from "./days.ts";
export {
  compareDecimals,
  type Decimal,
  divide,
  percentOf,
  roundHalfUp,
  subtract,
  trimmed,
} from "./decimal.ts";
export { type Doer, doerName } from "./doer-name.ts";
export { erasedName, isErasedName, shortName } from "./names.ts";
export { formatMoney, formatPercent, formatQuantity, formatSigned } from "./numbers.ts";
export { fromMilli, type Milli, toMilli } from "./thousandths.ts";
export { formatPoints } from "./points.ts";
export { plural, type PluralForms } from "./plural.ts";
export { ofUnit, unitName, withUnit } from "./units.ts";
export { oneLine, withoutHidden } from "../shared/one-line.ts";
export { shortWorkName } from "./work-names.ts";
export { joinThousands } from "./join-thousands.ts";
