import { can } from "@stsphera/rbac";
import { dayText } from "../../kernel/index.ts";
import { livingCard, type NotificationCard, viewOf } from "../../platform/notify/index.ts";
import { gprCard, type GprNews } from "./card/gpr-card.ts";
import { GPR_CARD, type GprCardRow } from "./gpr-sql.ts";
import { presentGpr } from "./present-gpr.ts";

/** A version as it is when one of its events is relayed, with everybody who was ever asked to sign it. */
export type GprSnapshot = { row: GprCardRow; asked: number[]; today: string };
export type GprWho = "waiting" | "signers" | "named" | "managers" | "holders of gpr.view";

const living = livingCard("gpr", gprCard);

/** The living card of a version, one per user; never for users who may not see it. */
export const gprNotification: NotificationCard<GprSnapshot, GprWho, GprNews> = {
  name: "gpr.card",
  category: "gpr",
  of: ["gpr"],
  async read({ db, now }, { entityId: gprId }) {
    const [[row], [more]] = await Promise.all([
      db.read<GprCardRow>(GPR_CARD, [gprId]),
      db.read<{ today: string; asked: number[] }>(
        `select (${dayText("$1::timestamptz")})::text as today,
           array(select distinct s.signer_id from gpr_signatures s where s.gpr_id = t.id) as asked
         from gpr_versions t join objects o on o.id = t.object_id where t.id = $2`,
        [now().toISOString(), gprId],
      ),
    ]);
    if (row === undefined || more === undefined) throw new Error(`there is no version ${gprId}`);
    return { row, ...more };
  },
  people: ({ row: { signatures }, asked }, { payload }) => ({
    waiting: signatures.filter(({ signedAt }) => signedAt === null).map(({ signer }) => signer.id),
    signers: asked,
    named: typeof payload["signerId"] === "number" ? [payload["signerId"]] : [],
  }),
  groups: ["managers", "holders of gpr.view"],
  sees: ({ actor }, { row: { objectId } }) => can(actor, "gpr.view", { objectId }),
  subject: ({ row }, event) => living(row, event),
  draw: ({ row, today }, drawing) =>
    gprCard.draw(presentGpr({ actor: drawing.reader.actor, now: drawing.now }, row), viewOf(drawing, today)),
};
