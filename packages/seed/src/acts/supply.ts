import { changeSupplyStatus, createMaterial, promiseSupply, requestSupply } from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { addDays, type Day, moment } from "../stage/days.ts";
import { known } from "../stage/known.ts";
import type { When } from "../story/story-task.ts";
import {
  DICTIONARY,
  MATERIALS,
  ORDERS,
  type OrderStep,
  type PromisedDay,
  type StoryOrder,
  waybillKey,
} from "../story/supply.ts";
import type { SendPhotos, Site } from "./work-days.ts";

/** The dictionary of materials, and orders from the request to the last receipt; without a store nothing is received. */
export function supply(site: Site, today: Day, sendPhotos: SendPhotos | null): Act[] {
  const ids = new Map<StoryOrder, number>();
  const { stage, object, calendar } = site;
  const at = ([shift, clock]: When) => moment(calendar.shiftDay(shift), clock);
  const dayOf = (day: PromisedDay): Day =>
    "ahead" in day ? addDays(today, day.ahead) : calendar.shiftDay(day.shift);

  const fill = async (now: Date) => {
    const ctx = await stage.as(DICTIONARY.by, now);
    for (const material of MATERIALS) {
      await createMaterial.run(ctx, { objectId: object.id, ...material, company: true });
    }
  };
  const ask = async (order: StoryOrder, now: Date) => {
    const { title, unit, quantity, amount, why, needAhead, by, draft } = order;
    const { id } = await requestSupply.run(await stage.as(by, now), {
      objectId: object.id,
      title,
      quantity,
      ...(unit === undefined ? {} : { unit }),
      ...(amount === undefined ? {} : { amount }),
      ...(why === undefined ? {} : { why }),
      ...(needAhead === undefined ? {} : { needOn: addDays(today, needAhead) }),
      status: draft === true ? "draft" : "requested",
    });
    ids.set(order, id);
  };
  const make = async (order: StoryOrder, step: OrderStep, now: Date) => {
    const orderId = known(ids, order);
    const [row] = await stage.db.read<{ version: number }>(
      "select version from supply_orders where id = $1",
      [orderId],
    );
    const { at: _at, by, ...rest } = step;
    const version = row?.version ?? 0;
    const ctx = await stage.as(by, now);
    if (rest.move === "promise") {
      const { promised, reason } = rest;
      await promiseSupply.run(ctx, { orderId, version, promisedOn: dayOf(promised), reason });
      return;
    }
    const more =
      rest.move === "order"
        ? { move: rest.move, supplier: rest.supplier, promisedOn: dayOf(rest.promised) }
        : rest.move === "receive"
          ? { ...rest, fileIds: await photosOf(order, step, now) }
          : rest;
    await changeSupplyStatus.run(ctx, { orderId, version, ...more } as never);
  };
  const photosOf = async (order: StoryOrder, { by }: OrderStep, now: Date) =>
    sendPhotos === null ? [] : sendPhotos({ key: waybillKey(order), author: by }, now);
  // Nothing is received without the photo of its waybill, nor is what follows a receipt done.
  const played = ({ steps = [] }: StoryOrder): readonly OrderStep[] => {
    const receipt = steps.findIndex(({ move }) => move === "receive");
    return sendPhotos === null && receipt >= 0 ? steps.slice(0, receipt) : steps;
  };

  return [
    { at: at(DICTIONARY.at), run: () => fill(at(DICTIONARY.at)) },
    ...ORDERS.flatMap((order) => [
      { at: at(order.at), run: () => ask(order, at(order.at)) },
      ...played(order).map((step) => ({ at: at(step.at), run: () => make(order, step, at(step.at)) })),
    ]),
  ];
}
