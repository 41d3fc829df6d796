import type { GprAnswerStatus } from "@stsphera/contracts/vocabulary";
import { can } from "@stsphera/rbac";
import { dayText } from "../../kernel/index.ts";
import {
  livingCard,
  type NotificationCard,
  numberOf,
  numbersOf,
  viewOf,
} from "../../platform/notify/index.ts";
import { gprCard } from "./card/gpr-card.ts";
import type { GprNews } from "./card/gpr-view.ts";
import { GPR_CARD, type GprCardRow } from "./gpr-sql.ts";
import { type MissingSignatures, missingSignatures } from "./missing-signatures.ts";
import { presentGpr } from "./present-gpr.ts";

/** A version as it is when one of its events is relayed, with everybody who was ever asked to sign it. */
export type GprSnapshot = {
  row: GprCardRow;
  asked: number[];
  today: string;
  answer: GprAnswered | null;
  /** Since when signatures are missing; of a reminder alone. */
  missing: MissingSignatures | null;
};
/** An answer to a shift, as it is when its event is relayed. */
export type GprAnswered = { status: GprAnswerStatus; owner: string; text: string | null };
export type GprWho =
  | "waiting"
  | "reminded"
  | "signers"
  | "named"
  | "touched"
  | "managers"
  | "holders of gpr.view";

const living = livingCard("gpr", gprCard);

/** The living card of a version, one per user; never for users who may not see it. */
export const gprNotification: NotificationCard<GprSnapshot, GprWho, GprNews> = {
  name: "gpr.card",
  category: "gpr",
  of: ["gpr"],
  async read({ db, now }, { type, entityId: gprId, payload }) {
    const [[row], [more]] = await Promise.all([
      db.read<GprCardRow>(GPR_CARD, [gprId]),
      db.read<Omit<GprSnapshot, "row" | "missing">>(
        `select (${dayText("$1::timestamptz")})::text as today,
           array(select distinct s.signer_id from gpr_signatures s where s.gpr_id = t.id) as asked,
           (select json_build_object('status', a.status, 'owner', u.full_name, 'text', a.text)
             from gpr_answers a join users u on u.id = a.owner_id where a.id = $3 and a.gpr_id = t.id) as answer
         from gpr_versions t join objects o on o.id = t.object_id where t.id = $2`,
        [now().toISOString(), gprId, numberOf(payload["answerId"])],
      ),
    ]);
    if (row === undefined || more === undefined) throw new Error(`there is no version ${gprId}`);
    const missing =
      type === "gpr.sign_reminder"
        ? await missingSignatures(db, row, { today: more.today, asked: payload["asked"] === true })
        : null;
    return { row, ...more, missing };
  },
  people: ({ row: { signatures }, asked, missing }, { payload }) => ({
    waiting: signatures.filter(({ signedAt }) => signedAt === null).map(({ signer }) => signer.id),
    reminded: missing?.reminded ?? [],
    signers: asked,
    named: typeof payload["signerId"] === "number" ? [payload["signerId"]] : [],
    touched: numbersOf(payload["touched"]),
  }),
  groups: ["managers", "holders of gpr.view"],
  sees: ({ actor }, { row: { objectId } }) => can(actor, "gpr.view", { objectId }),
  subject: ({ row }, event) => living(row, event),
  draw: ({ row, today }, drawing) =>
    gprCard.draw(presentGpr({ actor: drawing.reader.actor, now: drawing.now }, row), viewOf(drawing, today)),
};
