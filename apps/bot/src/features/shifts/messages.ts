import type { ShiftClosing, ShiftDay, ShiftLines, ShiftRecord } from "@stsphera/contracts";
import { dayWithYear, shortName, shortWorkName, withUnit } from "@stsphera/contracts/format";
import { SHIFT_NOTE_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import type { NO_FACT_REASONS } from "@stsphera/contracts";
import type { ShiftNote } from "@stsphera/contracts/vocabulary";
import { card, line, type RenderedMessage, translator } from "@stsphera/telegram";
import { packAct } from "../../engine/act-data.ts";
import { commandButton, press } from "../../engine/buttons.ts";
import { packShift } from "../../engine/shift-data.ts";
import { shortPlace, type Words } from "../../engine/words.ts";
import { crewText } from "../../engine/crew-text.ts";

type Reason = (typeof NO_FACT_REASONS)[number];
const MAX_LINES = 6;

const reasonIn = ({ locale }: Words, code: Reason): string => translator(locale)(`reason.${code}`);

/** «Модули Юг 11». */
const lineName = (one: ShiftLines["silent"][number]): string =>
  `${shortWorkName(one.workType.name)} ${shortPlace(one)}`;

/** Names of lines, the last of a long list as their number. */
export function lineNames({ t }: Words, lines: ShiftLines["silent"]): string[] {
  const more = lines.length - MAX_LINES;
  return [
    ...lines.slice(0, MAX_LINES).map(lineName),
    ...(more > 0 ? [t("shift.more", { count: more })] : []),
  ];
}

function whatOf(words: Words, { kind, code, text }: ShiftRecord): string {
  const { t, locale } = words;
  const what =
    kind === "downtime" ? reasonIn(words, code as Reason) : SHIFT_NOTE_CAPTIONS[locale][code as ShiftNote];
  return code === "other" && text !== null ? text : text === null ? what : t("shift.what", { what, text });
}

/** Which shift a message is about. */
export type NamedShift = Pick<ShiftDay, "object" | "today">;

/** «вт, 8 сентября, ночь». */
export function shiftDayText(
  { t, locale }: Words,
  { today }: Pick<ShiftDay, "today">,
  { date, shift }: Pick<ShiftDay, "date" | "shift">,
): string {
  const day = dayWithYear(date, today, locale, "weekday");
  return shift === "night" ? t("shift.night", { day }) : day;
}

/** A line «СПК Блок Б · вт, 8 сентября». */
const placeLine = (words: Words, shift: NamedShift, of: Pick<ShiftDay, "date" | "shift">): string =>
  `${shift.object.name} · ${shiftDayText(words, shift, of)}`;

/** A record that was just written, with the way back. */
export function recordCard(words: Words, record: ShiftRecord, shift: NamedShift): RenderedMessage {
  const { t } = words;
  const crews = record.crews.map((crew) => crewText(words, crew)).join("; ");
  return {
    text: card(t(record.kind === "downtime" ? "shift.downtime.title" : "shift.note.title"), [
      placeLine(words, shift, record),
      line(t("shift.crews"), crews),
      line(t(record.kind === "downtime" ? "shift.reason" : "shift.activity"), whatOf(words, record)),
      line(t("shift.photos"), record.photos.length === 0 ? null : String(record.photos.length)),
    ]),
    buttons: [
      [
        press(
          t("fact.saved.undo"),
          packShift({ action: "withdraw", id: record.id, version: record.version }),
        ),
        commandButton(t("shift.lines"), "fact"),
      ],
      record.kind === "downtime" ? [press(t("shift.act"), packAct(record.id))] : [],
    ],
  };
}

export function withdrawnCard(words: Words, record: ShiftRecord, shift: NamedShift): RenderedMessage {
  const { t } = words;
  const crews = record.crews.map(({ lead }) => shortName(lead)).join(", ");
  return {
    text: card(t("shift.withdrawn", { crews, what: whatOf(words, record) }), [
      placeLine(words, shift, record),
    ]),
    buttons: [[commandButton(t("shift.lines"), "fact")]],
  };
}

/** Hours as a chip: «8 ч». */
export const hoursText = ({ locale }: Words, hours: string): string => withUnit(hours, "ч", locale);

/** A shift that was opened again. */
export const reopenedText = (words: Words, closing: ShiftClosing, shift: NamedShift): string =>
  card(words.t("shift.reopened"), [placeLine(words, shift, closing)]);
