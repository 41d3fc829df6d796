import type { GprContent, GprRow } from "@stsphera/contracts";
import { formatQuantity, shortName } from "@stsphera/contracts/format";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { serverNow } from "../../../../shared/api/server-clock.ts";
import { dayOf } from "../../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../../shared/i18n/locale.ts";
import type { FieldName, GprLink } from "../model/row-draft.ts";
import { shortDay, shortPeriod } from "../model/row-texts.ts";
import { rowWords } from "../row-words.ts";
import { scheduleWords } from "../schedule-words.ts";

type Constraint = NonNullable<GprRow["constraint"]>;
export const constraintCode = ({ kind, edge }: Constraint) => `${kind}:${edge}` as const;

/** How days, links and fields of rows are said. */
export function useRowCaptions({ people }: Pick<GprContent, "people">) {
  const words = useWords(rowWords);
  const board = useWords(scheduleWords);
  const locale = useLocale();
  const today = dayOf(serverNow());
  const say = (day: string) => shortDay(day, today, board);
  const constraint = (of: Constraint | null): string =>
    of === null ? words.constraints.none : `${words.constraints[constraintCode(of)]} ${say(of.day)}`;
  /** «ОН+2». */
  const linkShort = ({ type, lag }: Pick<GprLink, "type" | "lag">) =>
    `${words.linkShort[type]}${lag === 0 ? "" : lag > 0 ? `+${lag}` : `−${-lag}`}`;
  const link = (of: Pick<GprLink, "type" | "lag" | "unit">) =>
    of.lag === 0
      ? words.linkTypes[of.type]
      : `${words.linkTypes[of.type]}, ${words.lagText(of.lag, of.unit)}`;
  const owner = (id: number | null): string => {
    const found = people.find((one) => one.id === id);
    return found === undefined ? words.nobody : shortName(found.fullName);
  };
  const values: Readonly<Record<FieldName, (row: GprRow) => string>> = {
    name: ({ name }) => name,
    department: ({ department }) => DEPARTMENT_CAPTIONS[locale][department],
    ownerId: ({ ownerId }) => owner(ownerId),
    duration: ({ duration }) => String(duration),
    quantity: ({ quantity }) => (quantity === null ? words.empty : formatQuantity(quantity, locale)),
    unit: ({ unit }) => unit ?? words.empty,
    constraint: (row) => constraint(row.constraint),
  };
  const captions: Readonly<Record<FieldName, string>> = {
    name: words.name,
    department: words.department,
    ownerId: words.owner,
    duration: words.days,
    quantity: words.quantity,
    unit: words.unit,
    constraint: words.constraint,
  };
  return {
    say,
    period: (start: string | null, finish: string | null) =>
      shortPeriod(start, finish, today, board) ?? board.noDates,
    constraint,
    link,
    linkShort,
    owner,
    field: (name: FieldName, row: GprRow) => values[name](row),
    caption: (name: FieldName) => captions[name],
  };
}
export type RowCaptions = ReturnType<typeof useRowCaptions>;
