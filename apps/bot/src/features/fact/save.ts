import { correctFact, DomainError, enterFact, recordTelegramFiles } from "@stsphera/core";
import type { Fact, FactAnswer } from "@stsphera/contracts";
import type { Turn } from "../../engine/turn.ts";
import { wordsOf } from "../../engine/words.ts";
import { badQuantity, showConfirm } from "./choose-quantity.ts";
import { cardOf, type FactDialogue } from "./dialogue.ts";
import { makeView } from "./entry-view.ts";
import { type Line, loadLine, showStep } from "./line.ts";
import { duplicateCard, overCard } from "./messages/choices.ts";
import { savedCard } from "./messages/saved.ts";

type Ready = FactDialogue & { quantity: string; volumeId: number; objectId: number };

const isReady = (d: FactDialogue): d is Ready =>
  d.quantity !== null && d.volumeId !== null && d.objectId !== null;

/** Key of the one entry a dialogue makes: two presses, or a press played twice, are the same request. */
const keyOf = (d: FactDialogue, what: string): string => `tg:${what}:${d.id}`;

/** Writes the photos of the dialogue down, before the entry takes them. */
async function recordPhotos(turn: Turn, d: Ready): Promise<Ready> {
  if (d.photos.length === 0) return d;
  const key = `${keyOf(d, "files")}:${d.fileIds.length}+${d.photos.length}`;
  const { fileIds } = await recordTelegramFiles.run(turn.context(key), {
    objectId: d.objectId,
    files: d.photos,
  });
  return { ...d, photos: [], fileIds: [...d.fileIds, ...fileIds] };
}

function write(turn: Turn, d: Ready, found: Line): Promise<FactAnswer> {
  const crew = found.form.crews.find(({ id }) => id === d.crew?.id);
  const fields = {
    quantity: d.quantity,
    photoIds: d.fileIds,
    ...(crew === undefined
      ? {}
      : { crewId: crew.id, workers: d.crew?.workers ?? crew.size, hours: found.form.shiftHours }),
    ...(d.notes === null ? {} : { notes: d.notes }),
    ...(d.reason === null ? {} : { planReason: d.reason }),
  };
  if (d.correcting !== null) {
    const { factId, version } = d.correcting;
    return correctFact.run(turn.context(keyOf(d, "correct")), { factId, version, ...fields });
  }
  return enterFact.run(turn.context(keyOf(d, "enter")), {
    objectId: d.objectId,
    floorVolumeId: d.volumeId,
    date: found.form.date,
    shift: found.form.shift,
    confirmDuplicate: d.confirmDuplicate,
    ...fields,
  });
}

/** «Записать»: the entry with its photos, or the question that has to be answered before. */
export async function save(turn: Turn, d: FactDialogue): Promise<void> {
  if (!isReady(d)) return turn.toast(turn.t("error.stale_dialog"));
  const found = await loadLine(turn, d);
  const recorded = await recordPhotos(turn, d);
  try {
    showSaved(turn, recorded, found, await write(turn, recorded, found));
  } catch (error) {
    if (!(error instanceof DomainError) || !askBack(turn, recorded, found, error)) throw error;
  }
}

/** The card becomes the entry; the dialogue is over. The next line is of the form that was read before it was written. */
function showSaved(turn: Turn, d: Ready, { form }: Line, { fact, floorVolume }: FactAnswer): void {
  const next = form.lines.find(
    (line) => line.today === null && line.gate === null && line.floorVolumeId !== fact.floorVolumeId,
  );
  const was = d.correcting?.old ?? null;
  const view = makeView(wordsOf(turn), fact, { volume: floorVolume, next: next ?? null, was });
  const cardKey = cardOf(d);
  turn.remember({
    dialogue: null,
    objectId: d.objectId,
    entry: {
      factId: fact.id,
      objectId: d.objectId,
      dialogueId: d.id,
      cardKey,
      at: turn.now.toISOString(),
      view,
    },
  });
  turn.card(
    cardKey,
    savedCard(wordsOf(turn), fact.id, view),
    turn.callback === undefined ? "below" : "in place",
  );
}

/** Turns a refusal into the question it means; false when it means none. */
function askBack(turn: Turn, d: Ready, found: Line, error: DomainError): boolean {
  const words = wordsOf(turn);
  if (error.code === "possible_duplicate") {
    const current = error.details.current as Fact;
    const { id: factId, version, quantity: old } = current;
    const duplicate = { factId, version, old, photos: current.photos.length };
    showStep(turn, { ...d, step: "duplicate", duplicate }, duplicateCard(words, current, d));
    return true;
  }
  const { sentence, values } = error.details;
  if (sentence === "reason_required") {
    const left = String(values?.["left"] ?? found.entry.remaining);
    showStep(turn, { ...d, step: "over" }, overCard(words, found.entry, d, left));
    return true;
  }
  const refused = refusalText(turn, found, sentence);
  if (refused === null) return false;
  showConfirm(turn, d, found, d.quantity);
  turn.tell(refused);
  return true;
}

function refusalText(turn: Turn, { form, entry }: Line, sentence: string | undefined): string | null {
  switch (sentence) {
    case "object_takes_no_facts":
      return turn.t("fact.not_active.title", { object: form.object.name });
    case "quantity_whole":
      return badQuantity(turn, "half", entry);
    case "quantity_twice_plan":
      return badQuantity(turn, "too_much", entry);
    case "date_future":
      return turn.t("fact.bad.future");
    case "date_closed":
      return turn.t("fact.bad.closed");
    default:
      return null;
  }
}

/** «Исправить на …»: the new number in the place of the entry made a little before. */
export function saveInstead(turn: Turn, d: FactDialogue): Promise<void> {
  return save(turn, { ...d, correcting: d.duplicate });
}
