import { getShiftReport } from "@stsphera/core";
import type { ShiftReport } from "@stsphera/contracts";
import { SHIFT_REPORTS, type ShiftReportKind } from "@stsphera/contracts/vocabulary";
import { can, canSomewhere, type UserActor } from "@stsphera/rbac";
import { escapeHtml, miniAppUrl, type RenderedMessage } from "@stsphera/telegram";
import { appButton, press } from "../../engine/buttons.ts";
import type { Feature } from "../../engine/feature.ts";
import { myObjects, objectsFor, usualObject } from "../../engine/my-objects.ts";
import { sayNoObject } from "../../engine/nowhere.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import type { Turn } from "../../engine/turn.ts";
import { packReport, type ReportPress, unpackReport } from "./report-data.ts";

/** A text that pastes into any messenger, the other texts of the day, and its file in the app. */
function reportMessage(turn: Turn, objectId: number, report: ShiftReport): RenderedMessage {
  const { t, services } = turn;
  const others = SHIFT_REPORTS.filter((kind) => kind !== report.kind);
  const shift = { kind: "object", id: objectId, section: "shift", day: report.date } as const;
  return {
    text: escapeHtml(report.text),
    buttons: [
      others.map((kind) => press(t(`report.${kind}`), packReport({ kind, objectId, day: report.date }))),
      appButton(t("report.pdf"), miniAppUrl(services.publicUrl, shift), services),
    ],
  };
}

async function show(turn: Turn, { kind, objectId, day }: ReportPress): Promise<void> {
  const report = await getShiftReport.run(turn.context(), { objectId, kind, date: day });
  turn.say(reportMessage(turn, objectId, report));
}

/** The newest shift of the object used last. */
async function newest(turn: Turn, kind: ShiftReportKind): Promise<void> {
  const mine = await myObjects(turn);
  const objects = mine.length > 0 ? mine : await objectsFor(turn, "fact.view");
  const object = usualObject(turn, objects);
  if (object === null) return void sayNoObject(turn);
  const report = await getShiftReport.run(turn.context(), { objectId: object.id, kind });
  turn.say(reportMessage(turn, object.id, report));
}

/** Who reports outside the site: the office of a project, director and curator. */
const reports = (actor: UserActor): boolean =>
  can(actor, "dashboard.company") || canSomewhere(actor, "object.plan");

/** /report: the texts of the newest shift. */
export const reportsFeature: Feature = {
  commands: [
    {
      name: "report",
      place: 85,
      works: reports,
      reads: true,
      answer: (turn) => newest(turn, "contractor"),
    },
  ],
  buttons: [onButtons(unpackReport, show, () => true)],
};
