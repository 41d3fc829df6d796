import type { BotKey } from "../../locales/i18n.ts";
import { menuButton, press } from "../buttons.ts";
import { listCard, numberOf } from "../list-card.ts";
import { type Buttons, onButtons } from "../on-buttons.ts";
import type { Turn } from "../turn.ts";
import { openThing, readerOf } from "./entity-card.ts";
import type { Entity, EntityLists, Listed } from "./entity.ts";
import { listData, type ListPress } from "./list-data.ts";

type Lists = EntityLists<Listed>;

/** Key of a text of the lists: `<name>.list.<list>`, `.title_<list>`, `.empty` and `.empty_<list>`. */
export const listKey = (name: string, rest: string): BotKey => `${name}.list.${rest}` as BotKey;

const dataOf = ({ prefix, pages }: Lists) => listData(prefix, Object.keys(pages));

export async function showList(
  entity: Entity,
  lists: Lists,
  turn: Turn,
  list: string,
  page: number,
): Promise<void> {
  const { t } = turn;
  const { pack } = dataOf(lists);
  const words = (rest: string, values?: Record<string, string>) => t(listKey(entity.name, rest), values);
  const others = Object.keys(lists.pages).filter((one) => one !== list);
  const found = await lists.pages[list]?.(turn);
  if (found === undefined) throw new Error(`no list "${list}" of ${entity.name}`);
  const reader = readerOf(turn);
  turn.show(
    listCard(turn, {
      items: found.items,
      page,
      title: words(`title_${list}`, { number: numberOf(found) }),
      row: (item) => lists.row(item, reader),
      open: ({ id, title }) => [press(title, pack({ id }))],
      turnTo: (to) => pack({ list, page: to }),
      empty: [words("empty"), words(`empty_${list}`)],
      lastRow: [...others.map((one) => press(words(one), pack({ list: one, page: 0 }))), menuButton(t)],
    }),
  );
}

/** Buttons of the lists: other pages, and rows that open the entity's card below the list. */
export const listButtons = (entity: Entity, lists: Lists): Buttons =>
  onButtons(
    dataOf(lists).unpack,
    (turn, pressed: ListPress) => {
      if (!("id" in pressed)) return showList(entity, lists, turn, pressed.list, pressed.page);
      if (turn.memory().opened !== null) turn.remember({ opened: null });
      return openThing(entity, turn, pressed.id);
    },
    () => true,
  );
