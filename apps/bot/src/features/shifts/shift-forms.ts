import { closedCard, type ClosedShift } from "@stsphera/core/cards/shifts";
import { closeShift, DomainError, getShift, recordDowntime, recordShiftNote } from "@stsphera/core";
import type { DowntimeReason, Shift } from "@stsphera/contracts/vocabulary";
import { codedReason } from "@stsphera/contracts/forms";
import { dayWithYear, shortName, withUnit } from "@stsphera/contracts/format";
import { shiftForms as forms } from "@stsphera/contracts/shifts/forms";
import type { NO_FACT_REASONS, ShiftDay } from "@stsphera/contracts";
import { press } from "../../engine/buttons.ts";
import { atStep, type FormState } from "../../engine/forms/form-state.ts";
import { packStep } from "../../engine/step-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { crewText } from "../../engine/crew-text.ts";
import type { Done, Filled, Option } from "../../engine/forms/form-feature.ts";
import { formFeature } from "../../engine/forms/form-feature.ts";
import { recordPhotos } from "../../engine/record-photos.ts";
import { wordsOf } from "../../engine/words.ts";
import { hoursText, lineNames, recordCard, shiftDayText } from "./messages.ts";
import {
  type At,
  loadShiftCard,
  type ShiftCard,
  shiftSubject,
  type ShiftSubject,
  splitSilent,
} from "./shift-card.ts";

type FilledShift = Filled<ShiftSubject, ShiftCard, typeof forms>;
type NoFactReason = (typeof NO_FACT_REASONS)[number];

/** Hours offered besides the whole shift; others are typed. */
const HOURS = ["4", "2"];
const MOST_WORKERS = 8;

function optionsFrom({ turn, answers, card: { shift } }: At, from: string): Option[] {
  const words = wordsOf(turn);
  if (from === "crews")
    return shift.crews.map(({ id, lead, size }) => ({
      value: String(id),
      caption: crewText(words, { lead, workers: size }),
    }));
  if (from === "workers") {
    const only = shift.crews.find(({ id }) => String(id) === (answers["crews"] as readonly string[])[0]);
    const most = only?.size ?? 1;
    return Array.from({ length: Math.min(most, MOST_WORKERS) }, (_, less) => ({
      value: String(most - less),
      caption: withUnit(String(most - less), "чел.", turn.locale),
    }));
  }
  const whole = turn.t("shift.whole", { hours: hoursText(words, shift.shiftHours) });
  return [
    { value: shift.shiftHours, caption: whole },
    ...HOURS.map((hours) => ({ value: hours, caption: hoursText(words, hours) })),
  ];
}

const kindOf = ({ t }: Turn, form: string): string =>
  t(form === "close" ? "shift.close" : form === "note" ? "shift.note" : "shift.downtime");

/** «Простой · СПК Блок Б · вт, 8 сентября». */
const titleOf = (turn: Turn, form: string, shift: ShiftDay): string =>
  [kindOf(turn, form), shift.object.name, shiftDayText(wordsOf(turn), shift, shift)].join(" · ");

const dayOf = ({ locale }: Turn, { today }: ShiftDay, date: string) =>
  dayWithYear(date, today, locale, "weekday");

/** A dialogue of a day shift that is over, begun earlier or for an earlier day. */
const isOfAnotherDay = ({ date, today, shift }: ShiftDay): boolean => shift === "day" && date !== today;

/** The same form for today: what was answered may not hold there. */
async function toToday({ state, subject, card: { shift } }: At): Promise<FormState> {
  const [first] =
    Object.keys(state.values).length === 0 ? [] : [forms[state.form as keyof typeof forms].asks[0]];
  const begun = { ...state, subject: { ...subject, day: shift.today }, values: {} };
  return first === undefined ? begun : atStep(begun, first.name);
}

/** The crew that was chosen, or the lines that closing asks about. */
function factsOf({ turn, state, card, answers }: At): readonly string[] {
  const words = wordsOf(turn);
  if (state.form === "close") {
    const foreman = foremanOf(turn, card.shift);
    const whose = foreman === null ? [] : [`${turn.t("shift.closed.part")}: ${foreman}`];
    return [...whose, ...lineNames(words, splitSilent(card).unanswered)];
  }
  const chosen = Array.isArray(answers["crews"]) ? answers["crews"] : [];
  const crews = card.shift.crews.filter(({ id }) => chosen.includes(String(id)));
  if (state.step === "crews" || crews.length === 0) return [];
  return [`${turn.t("shift.crews")}: ${crews.map(({ lead }) => shortName(lead)).join(", ")}`];
}

/** The foreman whose part it is, where that is not the user; what is no foreman's is named too. */
function foremanOf(turn: Turn, { part, parts }: ShiftDay): string | null {
  if (part === null || part.foreman?.id === turn.person().id) return null;
  if (part.foreman === null) return parts.length > 1 ? turn.t("shift.no_foreman") : null;
  return shortName(part.foreman.fullName);
}

async function record(filled: Exclude<FilledShift, { form: "close" }>): Promise<Done> {
  const { turn, state, subject, card, answers } = filled;
  const common = {
    objectId: subject.objectId,
    date: subject.day,
    shift: card.shift.shift as Shift,
    crews: answers.crews.map((id) => ({
      crewId: Number(id),
      hours: answers.hours,
      ...(answers.workers === null ? {} : { workers: Number(answers.workers) }),
    })),
    photoIds: await recordPhotos(turn, state, subject.objectId),
  };
  const ctx = turn.context(`tg:shift:${state.id}`);
  const written =
    filled.form === "downtime"
      ? await recordDowntime.run(ctx, {
          ...common,
          reason: codedReason<DowntimeReason>(filled.answers.reason),
        })
      : await recordShiftNote.run(ctx, { ...common, activity: filled.answers.activity });
  return { message: recordCard(wordsOf(turn), written, card.shift) };
}

async function close({
  turn,
  state,
  subject,
  card,
  answers,
}: Extract<FilledShift, { form: "close" }>): Promise<Done> {
  const { answered, unanswered } = splitSilent(card);
  const rest = answers.rest === null ? undefined : codedReason<NoFactReason>(answers.rest);
  const closing = await closeShift.run(turn.context(`tg:shift:${state.id}`), {
    objectId: subject.objectId,
    date: subject.day,
    shift: card.shift.shift,
    ...(subject.foremanId === undefined
      ? {}
      : { foremanId: subject.foremanId === 0 ? null : subject.foremanId }),
    answers: answered.map(({ line, code }) => ({
      floorVolumeId: line.floorVolumeId,
      reason: { code },
    })),
    ...(rest === undefined ? {} : { rest }),
  });
  const { object, today, records } = card.shift;
  const closed: ClosedShift = {
    ...closing,
    objectName: object.name,
    part: foremanOf(turn, card.shift),
    lines: card.lines?.lines ?? { entered: 0, total: 0 },
    downtimes: records.filter(({ kind }) => kind === "downtime").length,
    silent: [
      ...answered.map(({ line, code }) => ({ line, code, text: null })),
      ...(rest === undefined
        ? []
        : unanswered.map((line) => ({
            line,
            code: rest.code,
            text: rest.code === "other" ? (answers.rest?.text.trim() ?? null) : null,
          }))),
    ],
    later: [],
  };
  const { locale, services } = turn;
  const message = closedCard.draw(closed, { locale, today, publicUrl: services.publicUrl });
  return { message, card: closedCard.key(closing.id) };
}

/** What crews did without a quantity, and closing the shift. */
export const shiftForms = formFeature({
  feature: "shift",
  forms,
  subject: shiftSubject,
  load: loadShiftCard,
  title: ({ turn, state, card }) => titleOf(turn, state.form, card.shift),
  facts: (at) => factsOf(at),
  buttons: ({ turn, state, card }) =>
    isOfAnotherDay(card.shift)
      ? [
          [
            press(
              turn.t("shift.today", { date: dayOf(turn, card.shift, card.shift.today) }),
              packStep(state.id, "today"),
            ),
          ],
        ]
      : [],
  press: (at, action) => (action === "today" ? toToday(at) : undefined),
  options: async (at, from) => optionsFrom(at, from),
  today: ({ card }) => card.shift.today,
  paths: { answers: "rest" },
  finish: (filled) => (filled.form === "close" ? close(filled) : record(filled)),
  resumed: async (turn, { form, subject }) => {
    const { objectId, day: date, shift } = shiftSubject.parse(subject);
    try {
      return titleOf(turn, form, await getShift.run(turn.context(), { objectId, date, shift }));
    } catch (error) {
      // The object may be hidden from the user by now; opening the dialogue tells them.
      if (!(error instanceof DomainError)) throw error;
      return kindOf(turn, form);
    }
  },
});
