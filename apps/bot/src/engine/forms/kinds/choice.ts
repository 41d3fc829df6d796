import type { ChoiceField } from "@stsphera/contracts/forms";
import type { Button } from "@stsphera/telegram";
import { z } from "zod";
import { rows } from "../../buttons.ts";
import { pageButtons, pageOf } from "../../people-chooser.ts";
import { packStep } from "../../step-data.ts";
import type { Option } from "../form-feature.ts";
import { askKey, captionOf, chip, type Kind, type Asking, type Reply } from "./kind.ts";

type A = Asking<ChoiceField<unknown>>;
const HALF_ROW = 24;

/** The values of the field except the current one. */
export async function optionsOf(asking: A): Promise<readonly Option[]> {
  const { feature, field, card, state } = asking;
  const fixed = field.options?.map((value) => ({ value }));
  const options =
    fixed ?? (field.from === undefined ? undefined : await feature.options?.(asking, field.from));
  if (options === undefined) throw new Error(`no values of "${field.name}" for ${state.feature}`);
  const current = field.current?.(card);
  return options.filter(({ value }) => value !== current);
}

const chosen = ({ answers, field }: A): readonly string[] => {
  const answer = answers[field.name];
  return Array.isArray(answer) ? answer.map(String) : [];
};

/** Ticks in one column. Each button carries the value it sets, so that a double press does no harm. */
function ticks(asking: A, options: readonly Option[]): Button[][] {
  const { turn, state, field } = asking;
  const on = chosen(asking);
  const buttons = options.map(({ value, caption: name = captionOf(turn, state, field, value) }) => {
    const ticked = on.includes(value);
    const caption = turn.t(ticked ? "choice.ticked" : "choice.unticked", { name });
    return [chip(asking, caption, ticked ? "untick" : "tick", value)];
  });
  return on.length === 0 ? buttons : [...buttons, [chip(asking, turn.t("choice.next"), "next")]];
}

const rowOf = (asking: A, { value, caption = value }: Option): Button[] => [
  chip(asking, caption, "pick", value),
];

/** Usual values on the first page, rare ones on pages behind a button. */
function behindButton(asking: A, options: readonly Option[]): Button[][] {
  const { turn, state, field } = asking;
  const rare = options.filter((option) => option.rare === true);
  const behind = pageOf(rare, state.page - 1);
  const front = state.page === 0 || rare.length === 0;
  const shown = front ? options.filter((one) => one.rare !== true) : behind.shown;
  const more = front ? rare.length : behind.rest;
  const caption = turn.t(askKey(state, field.name, front ? "more" : "further"));
  return [
    ...shown.map((option) => rowOf(asking, option)),
    more > 0 ? [chip(asking, caption, "page", front ? 1 : behind.page + 2)] : [],
  ];
}

/** Values from a query in one column with pages; fixed values in rows of two. */
function buttonsOf(asking: A, options: readonly Option[]): Button[][] {
  const { turn, state, field } = asking;
  if (field.rare === true) return behindButton(asking, options);
  if (options.every(({ caption }) => caption === undefined)) {
    const chips = options.map(({ value }) =>
      chip(asking, captionOf(turn, state, field, value), "pick", value, HALF_ROW),
    );
    return rows(chips, 2);
  }
  const { page, shown, rest } = pageOf(options, state.page);
  return [
    ...rows(
      shown.flatMap((option) => rowOf(asking, option)),
      field.pairs === true ? 2 : 1,
    ),
    pageButtons(turn, page, rest, (to) => packStep(state.id, "page", to)),
  ];
}

const MAX_SEARCH = 80;

/** A typed number as an answer: «7», «7,5»; anything else is not expected here. */
function numberIn(text: string, { most, whole }: NonNullable<A["field"]["typed"]>): Reply {
  const number = /^\d{1,4}(?:[.,]\d)?$/.exec(text.trim())?.[0].replace(",", ".");
  const value = Number(number);
  if (number === undefined || value <= 0 || value > most || (whole && !Number.isInteger(value))) {
    return "expected";
  }
  return { answer: String(value) };
}

export const choiceKind: Kind<ChoiceField<unknown>> = {
  stored: z.union([z.string(), z.array(z.string())]),
  expected: (field) => (field.typed === undefined ? "button" : "number"),
  buttons: async (asking) => {
    const options = await optionsOf(asking);
    return asking.field.many === true ? ticks(asking, options) : buttonsOf(asking, options);
  },
  async press(asking, action, argument) {
    const { field, state } = asking;
    const on = chosen(asking);
    if (field.many === true && action === "next") return on.length === 0 ? "stale" : { answer: on };
    const options = await optionsOf(asking);
    const value = options.find((one) => one.value === argument)?.value;
    if (value === undefined) return "stale";
    if (field.many !== true) return action === "pick" ? { answer: value } : "stale";
    if (action !== "tick" && action !== "untick") return "stale";
    const next = options
      .map((one) => one.value)
      .filter((one) => (one === value ? action === "tick" : on.includes(one)));
    return { change: { values: { ...state.values, [field.name]: next } } };
  },
  async typed(asking, text) {
    const { field, state } = asking;
    if (field.typed !== undefined) return numberIn(text, field.typed);
    if (field.searched !== true || text.length > MAX_SEARCH) return "expected";
    const found = await optionsOf({ ...asking, state: { ...state, search: text } });
    const [only] = found;
    return found.length === 1 && only !== undefined
      ? { answer: only.value }
      : { change: { search: text, page: 0 } };
  },
};
