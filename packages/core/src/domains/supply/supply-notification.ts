import { can } from "@stsphera/rbac";
import { dayText } from "../../kernel/index.ts";
import { livingCard, type NotificationCard, viewOf } from "../../platform/notify/index.ts";
import { type SupplyNews, supplyTelegramCard } from "./card/supply-card.ts";
import { presentSupply } from "./present-supply.ts";
import { SUPPLY_CARD, type SupplyCardRow } from "./read-supply-card.ts";

/** An order as it is when one of its events is relayed. */
export type SupplySnapshot = { row: SupplyCardRow; today: string; directors: readonly number[] };
export type SupplyWho =
  | "requester"
  /** Who approves above the limit. */
  | "directors"
  | "managers"
  | "holders of supply.update"
  /** The site's foremen. */
  | "holders of construction.submit"
  /** The factory. */
  | "holders of production.report";

const living = livingCard("supply", supplyTelegramCard);
const DIRECTORS = `select u.id from users u where u.role = 'director' and u.status = 'active' order by u.id`;

/** The living card of an order, one per user; never for users who may not see it. */
export const supplyNotification: NotificationCard<SupplySnapshot, SupplyWho, SupplyNews> = {
  name: "supply.card",
  category: "supply",
  acts: supplyTelegramCard.actions,
  of: ["supply"],
  async read({ db, now }, { entityId: orderId }) {
    const at = now().toISOString();
    const [[row], [day], directors] = await Promise.all([
      db.read<SupplyCardRow>(SUPPLY_CARD, [at, orderId]),
      db.read<{ today: string }>(
        `select (${dayText("$1::timestamptz")})::text as today
         from supply_orders t join objects o on o.id = t.object_id where t.id = $2`,
        [at, orderId],
      ),
      db.read<{ id: number }>(DIRECTORS, []),
    ]);
    if (row === undefined || day === undefined) throw new Error(`there is no order ${orderId}`);
    return { row, today: day.today, directors: directors.map(({ id }) => id) };
  },
  people: ({ row: { requester }, directors }) => ({ requester: [requester.id], directors }),
  groups: [
    "managers",
    "holders of supply.update",
    "holders of construction.submit",
    "holders of production.report",
  ],
  sees: ({ actor }, { row: { objectId } }) => can(actor, "supply.view", { objectId }),
  subject: ({ row }, event) => living(row, event),
  draw: ({ row, today }, drawing) =>
    supplyTelegramCard.draw(
      presentSupply({ actor: drawing.reader.actor, now: drawing.now }, row),
      viewOf(drawing, today),
    ),
};
