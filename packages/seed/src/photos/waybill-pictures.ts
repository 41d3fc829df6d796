import { type Day, moment } from "../stage/days.ts";
import { spread } from "../stage/spread.ts";
import { GATE, ORDERS, waybillKey } from "../story/supply.ts";
import type { Picture } from "./pictures.ts";

/** A photo at the gate for each receipt, taken a few minutes before it. */
export function listWaybillPictures(shiftDay: (shift: number) => Day): Picture[] {
  return ORDERS.flatMap((order) =>
    (order.steps ?? []).flatMap((step) => {
      if (step.move !== "receive") return [];
      const key = waybillKey(order);
      const [shift, clock] = step.at;
      const day = shiftDay(shift);
      const takenAt = new Date(moment(day, clock).getTime() - (4 + spread(key, 6)) * 60_000);
      return [{ sight: { ...GATE, key }, shot: 0, day, takenAt }];
    }),
  );
}
