import type { DomainError } from "@stsphera/core";
import type { Fact } from "@stsphera/contracts";
import { withUnit } from "@stsphera/contracts/format";
import { endSteps } from "../../engine/steps.ts";
import { atStep, CONFIRM, type FormState } from "../../engine/forms/form-state.ts";
import type { At, FactSubject } from "./fact-card.ts";
import { wordsOf } from "../../engine/words.ts";
import { newestNow } from "./entry-now.ts";
import { heldWords } from "./messages/lines.ts";
import { recorded } from "./save.ts";

/** Refusal of more than twice the plan of the cell. */
export function tooMuch({ turn, card }: At): string {
  const { workType, planTotal } = card.entry();
  return turn.t("fact.bad.too_much", { total: withUnit(planTotal, workType.unit, turn.locale) });
}

function refusalText(at: At, sentence: string | undefined): string | null {
  const { turn, card } = at;
  switch (sentence) {
    case "object_takes_no_facts":
      return (
        heldWords(wordsOf(turn), card.day()) ??
        turn.t("fact.not_active.title", { object: card.day().object.name })
      );
    case "quantity_whole":
      return turn.t("quantity.half");
    case "quantity_twice_plan":
      return tooMuch(at);
    case "date_future":
      return turn.t("fact.bad.future");
    case "date_closed":
      return turn.t("fact.bad.closed");
    default:
      return null;
  }
}

/** Refusals of a correction whose entry was corrected, taken back or decided on meanwhile. */
const MEANWHILE: ReadonlySet<string> = new Set([
  "already_reversed",
  "already_confirmed",
  "correction_time_over",
]);

const isChangedMeanwhile = ({ code, details: { sentence } }: DomainError): boolean =>
  code === "version_conflict" || (code === "conflict" && sentence !== undefined && MEANWHILE.has(sentence));

/**
 * The question to ask after a refusal, or the confirmation with the error; true when a correction ended with its entry
 * as it is now; false when the refusal concerns no question.
 */
export async function refusedFact(at: At, error: DomainError): Promise<boolean | FormState> {
  if (at.state.form !== "enter") return false;
  const { sentence, values } = error.details;
  const { correcting } = at.subject;
  if (correcting !== null && isChangedMeanwhile(error)) {
    at.turn.tell(at.turn.t("fact.correct.changed"));
    endSteps(at.turn, at.state, await newestNow(at.turn, correcting.factId), false);
    return true;
  }
  if (error.code === "possible_duplicate") {
    const { id: factId, version, quantity: old, photos, createdAt, author } = error.details.current as Fact;
    const duplicate = { factId, version, old, photos: photos.length, at: createdAt, by: author.fullName };
    return asking(at, "duplicate", { duplicate });
  }
  if (sentence === "reason_required") {
    return asking(at, "planReason", { left: String(values?.["left"] ?? at.card.entry().remaining) });
  }
  const refused = refusalText(at, sentence);
  if (refused === null) return false;
  at.turn.tell(refused);
  return atStep(at.state, CONFIRM);
}

/** A follow-up question; by then the photos are recorded as files. */
async function asking(at: At, step: string, more: Partial<FactSubject>): Promise<FormState> {
  const { state } = at;
  const subject = { ...state.subject, ...more, fileIds: await recorded(at) };
  return atStep({ ...state, photos: [], subject }, step);
}
