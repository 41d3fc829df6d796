import { can } from "@stsphera/rbac";
import { dayText } from "../../kernel/index.ts";
import { livingCard, type NotificationCard, viewOf } from "../../platform/notify/index.ts";
import { type ExtraNews, extraWorkCard } from "./card/extra-card.ts";
import { presentExtra } from "./present-extra.ts";
import { EXTRA_CARD, type ExtraCardRow } from "./read-extra-card.ts";

/** An extra work as it is when one of its events is relayed. */
export type ExtraSnapshot = { row: ExtraCardRow; today: string };
export type ExtraWho = "author" | "managers";

const living = livingCard("extra", extraWorkCard);

/** The living card of an extra work, one per user; never for users who may not see it. */
export const extraNotification: NotificationCard<ExtraSnapshot, ExtraWho, ExtraNews> = {
  name: "extra.card",
  category: "production",
  of: ["extra"],
  async read({ db, now }, { entityId: extraId }) {
    const at = now().toISOString();
    const [[row], [day]] = await Promise.all([
      db.read<ExtraCardRow>(EXTRA_CARD, [at, extraId]),
      db.read<{ today: string }>(
        `select (${dayText("$1::timestamptz")})::text as today
         from extra_works t join objects o on o.id = t.object_id where t.id = $2`,
        [at, extraId],
      ),
    ]);
    if (row === undefined || day === undefined) throw new Error(`there is no extra work ${extraId}`);
    return { row, today: day.today };
  },
  people: ({ row }) => ({ author: [row.author.id] }),
  groups: ["managers"],
  sees: ({ actor }, { row: { objectId } }) => can(actor, "extra.view", { objectId }),
  subject: ({ row }, event) => living(row, event),
  draw: ({ row, today }, drawing) =>
    extraWorkCard.draw(
      presentExtra({ actor: drawing.reader.actor, now: drawing.now }, row),
      viewOf(drawing, today),
    ),
};
