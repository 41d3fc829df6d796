import type { Field, QuantityField, QuantityLine } from "@stsphera/contracts/forms";
import { formatQuantity, withUnit } from "@stsphera/contracts/format";
import { big, decimal } from "@stsphera/core/calculation";
import type { Button } from "@stsphera/telegram";
import { z } from "zod";
import { type BadQuantity, isTooMuch, readQuantity } from "../read-quantity.ts";
import type { AnyAsked } from "../form-feature.ts";
import { askKey, type Asking, chip, type Kind, type Reply } from "./kind.ts";

type A = Asking<QuantityField<unknown>>;

const lineOf = ({ field, card, answers }: A): QuantityLine => field.line(card, answers);

/** Hint for an invalid number: the form's own, under the caption `<field>.bad.<what>`, or the common one. */
function bad(asking: A, what: BadQuantity, { most, unit }: QuantityLine): Reply {
  const { turn, feature, field } = asking;
  const own = feature.caption?.(asking, `${field.name}.bad.${what}`);
  if (own !== undefined) return { tell: own };
  if (what !== "too_much" || most === undefined) return { tell: turn.t(`quantity.${what}`) };
  return { tell: turn.t("quantity.more_than", { most: withUnit(most, unit, turn.locale) }) };
}

/** Checks a quantity offered by a button. */
export function offered(asking: A, quantity: string): Reply {
  const line = lineOf(asking);
  if (big(quantity).lte(0)) return bad(asking, "zero", line);
  return isTooMuch(quantity, line.most) ? bad(asking, "too_much", line) : { answer: quantity };
}

/** «−1», «+5»: change the answered quantity at the confirmation. */
export const changeButtons = (asked: AnyAsked, field: Field<unknown>): Button[] =>
  field.kind !== "quantity"
    ? []
    : (field.change ?? []).map((by) =>
        chip(asked, by.startsWith("-") ? by.replace("-", "−") : `+${by}`, "change", by),
      );

/** A quantity, chosen by button (the remaining amount included) or typed. */
export const quantityKind: Kind<QuantityField<unknown>> = {
  stored: z.string().regex(/^\d{1,12}(\.\d{1,3})?$/),
  expected: () => "number",
  buttons(asking): Button[][] {
    const { turn, state, field } = asking;
    const { ready = [], rest = "0" } = lineOf(asking);
    const values = (quantity: string) => ({ qty: formatQuantity(quantity, turn.locale) });
    return [
      ready.map(({ name, quantity }) =>
        chip(asking, turn.t(askKey(state, field.name, name), values(quantity)), "ready", name),
      ),
      [
        ...field.steps.map((step) => chip(asking, `+${step}`, "add", step)),
        ...(big(rest).gt(0) ? [chip(asking, turn.t("quantity.rest", values(rest)), "rest")] : []),
      ],
    ];
  },
  press(asking, action, argument) {
    const { ready = [], rest } = lineOf(asking);
    if (action === "rest") return rest === undefined ? "stale" : offered(asking, rest);
    const found = ready.find(({ name }) => name === argument);
    if (action === "ready" && found !== undefined) return offered(asking, found.quantity);
    const { steps, change = [], name } = asking.field;
    const start = action === "change" ? String(asking.answers[name] ?? 0) : "0";
    const by = (action === "add" ? steps : action === "change" ? change : []).find((one) => one === argument);
    return by === undefined ? "stale" : offered(asking, decimal(big(start).plus(by)));
  },
  typed(asking, text) {
    const line = lineOf(asking);
    const read = readQuantity(text, line);
    return read.ok ? { answer: read.quantity } : bad(asking, read.bad, line);
  },
};
