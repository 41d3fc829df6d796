import { nameHas, type PersonField } from "@stsphera/contracts/forms";
import { z } from "zod";
import { arrange, type Choosable, peopleButtons } from "../../people-chooser.ts";
import { idIn } from "../../step-data.ts";
import type { Asking, Kind } from "./kind.ts";

const MAX_SEARCH = 80;

/** The people of the field whose name contains every typed word. */
async function found(asking: Asking<PersonField<unknown>>): Promise<Choosable[]> {
  const { feature, field, state } = asking;
  const { search } = state;
  const people = await feature.people?.(asking, field, search);
  if (people === undefined) throw new Error(`no people of "${field.from}" for ${state.feature}`);
  return arrange(people.filter(({ fullName }) => search === null || nameHas(fullName, search)));
}

/** Pages of people, narrowed by typing a part of the name. */
export const personKind: Kind<PersonField<unknown>> = {
  stored: z.object({ id: z.number(), fullName: z.string() }),
  expected: () => "name",
  buttons: async (asking) => {
    const { turn, state } = asking;
    return peopleButtons(turn, state.id, await found(asking), state.page);
  },
  lines: async (asking) => {
    const { turn, state } = asking;
    if ((await found(asking)).length > 0) return [];
    return [state.search === null ? turn.t("who.none") : turn.t("who.nobody", { search: state.search })];
  },
  async press(asking, action, argument) {
    const person =
      action === "pick" ? (await found(asking)).find(({ id }) => id === idIn(argument)) : undefined;
    return person === undefined ? "stale" : { answer: { id: person.id, fullName: person.fullName } };
  },
  typed: (_asking, text) => (text.length > MAX_SEARCH ? "expected" : { change: { search: text, page: 0 } }),
};
