import { can } from "@stsphera/rbac";
import { dayText } from "../../kernel/index.ts";
import { livingCard, type NotificationCard, numberOf, viewOf } from "../../platform/notify/index.ts";
import { type DefectNews, defectTelegramCard } from "./card/defect-card.ts";
import { presentDefect } from "./present-defect.ts";
import { DEFECT_CARD, type DefectCardRow } from "./read-defect-card.ts";

/** A defect as it is when one of its events is relayed. */
export type DefectSnapshot = { row: DefectCardRow; today: string };
export type DefectWho =
  | "reporter"
  | "responsible"
  /** Who was responsible before. */
  | "previous"
  | "managers"
  /** The factory. */
  | "holders of production.report";

const living = livingCard("defect", defectTelegramCard);

/** The living card of a defect, one per user; never for users who may not see it. */
export const defectNotification: NotificationCard<DefectSnapshot, DefectWho, DefectNews> = {
  name: "defect.card",
  category: "construction",
  acts: defectTelegramCard.actions,
  of: ["defect"],
  async read({ db, now }, { entityId: defectId }) {
    const at = now().toISOString();
    const [[row], [day]] = await Promise.all([
      db.read<DefectCardRow>(DEFECT_CARD, [at, defectId]),
      db.read<{ today: string }>(
        `select (${dayText("$1::timestamptz")})::text as today
         from defects t join objects o on o.id = t.object_id where t.id = $2`,
        [at, defectId],
      ),
    ]);
    if (row === undefined || day === undefined) throw new Error(`there is no defect ${defectId}`);
    return { row, today: day.today };
  },
  people: ({ row: { reporter, responsible } }, { payload }) => ({
    reporter: [reporter.id],
    responsible: [responsible?.id ?? null],
    previous: [numberOf(payload["previousId"])],
  }),
  groups: ["managers", "holders of production.report"],
  sees: ({ actor }, { row: { objectId } }) => can(actor, "defect.view", { objectId }),
  subject: ({ row }, event) => living(row, event),
  draw: ({ row, today }, drawing) =>
    defectTelegramCard.draw(
      presentDefect({ actor: drawing.reader.actor, now: drawing.now }, row),
      viewOf(drawing, today),
    ),
};
