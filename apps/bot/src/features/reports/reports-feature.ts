import { getDowntimeAct, getShiftReport, listShiftRecords } from "@stsphera/core";
import type { ShiftReport } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { SHIFT_REPORTS, type ShiftReportKind } from "@stsphera/contracts/vocabulary";
import { can, canSomewhere, type UserActor } from "@stsphera/rbac";
import { escapeHtml, miniAppUrl, type RenderedMessage } from "@stsphera/telegram";
import { packAct, unpackAct } from "../../engine/act-data.ts";
import { appButton, press } from "../../engine/buttons.ts";
import type { Feature } from "../../engine/feature.ts";
import { isRunning, myObjects, objectsFor, usualObject } from "../../engine/my-objects.ts";
import { sayNoObject } from "../../engine/nowhere.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import type { Turn } from "../../engine/turn.ts";
import { packReport, type ReportPress, unpackReport } from "./report-data.ts";
import { sendPdf } from "./send-pdf.ts";

/** So many acts have buttons; the others are on the page of the shift. */
const MAX_ACTS = 3;

/** A text that pastes into any messenger, the other texts of the day, its acts of downtime, the shift in the app. */
async function reportMessage(
  turn: Turn,
  objectId: number,
  { kind, date, text }: ShiftReport,
): Promise<RenderedMessage> {
  const { t, services } = turn;
  const others = SHIFT_REPORTS.filter((other) => other !== kind);
  const asked = { objectId, kind: "downtime", from: date, to: date, limit: MAX_ACTS } as const;
  const { items: idle } =
    kind === "contractor" ? await listShiftRecords.run(turn.context(), asked) : { items: [] };
  const shift = { kind: "object", id: objectId, section: "shift", day: date } as const;
  return {
    text: escapeHtml(text),
    buttons: [
      others.map((other) => press(t(`report.${other}`), packReport({ kind: other, objectId, day: date }))),
      ...idle
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ id, crews }) => {
          const crew = crews.map(({ lead }) => shortName(lead)).join(", ");
          return [press(t("report.act", { crew }), packAct(id))];
        }),
      appButton(t("report.pdf"), miniAppUrl(services.publicUrl, shift), services),
    ],
  };
}

/** The text as a message, and the same as a document. */
async function send(turn: Turn, objectId: number, report: ShiftReport): Promise<void> {
  turn.say(await reportMessage(turn, objectId, report));
  const { title, text, fileName } = report;
  await sendPdf(turn, { title, lines: text.split("\n").slice(2), fileName });
}

async function show(turn: Turn, { kind, objectId, day }: ReportPress): Promise<void> {
  await send(turn, objectId, await getShiftReport.run(turn.context(), { objectId, kind, date: day }));
}

/** The newest shift of the object used last. */
async function newest(turn: Turn, kind: ShiftReportKind): Promise<void> {
  const mine = await myObjects(turn);
  const objects = mine.length > 0 ? mine : await objectsFor(turn, "fact.view");
  const running = objects.filter(isRunning);
  const object = usualObject(turn, running.length > 0 ? running : objects);
  if (object === null) return void sayNoObject(turn);
  await send(turn, object.id, await getShiftReport.run(turn.context(), { objectId: object.id, kind }));
}

/** An act of downtime as a document. */
const sendAct = async (turn: Turn, { recordId }: { recordId: number }): Promise<void> =>
  sendPdf(turn, await getDowntimeAct.run(turn.context(), { recordId }));

/** Who reports outside the site: the office of a project, director and curator. */
const reports = (actor: UserActor): boolean =>
  can(actor, "dashboard.company") || canSomewhere(actor, "object.plan");

/** /report: the texts of the newest shift, each with its PDF. */
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
  buttons: [onButtons(unpackReport, show, () => true), onButtons(unpackAct, sendAct, () => true)],
};
