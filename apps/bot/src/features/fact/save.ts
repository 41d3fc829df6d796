import { correctFact, enterFact, recordTelegramFiles } from "@stsphera/core";
import { returnedCard } from "@stsphera/core/cards/facts";
import type { FactAnswer, PlanReason } from "@stsphera/contracts";
import { codedReason } from "@stsphera/contracts/forms";
import type { factForms } from "@stsphera/contracts/facts/forms";
import { entryTarget, redirectAlbums } from "../../engine/albums.ts";
import type { Done, Filled } from "../../engine/forms/form-feature.ts";
import { stepCardKey } from "../../engine/steps.ts";
import { wordsOf } from "../../engine/words.ts";
import { explain } from "./explain.ts";
import { makeView } from "./entry-view.ts";
import type { At, FactCard, FactSubject } from "./fact-card.ts";
import { crewOf } from "../../engine/crew-text.ts";
import { savedCard } from "./messages/saved.ts";

type FilledFact = Filled<FactSubject, FactCard, typeof factForms>;
type Entered = Extract<FilledFact, { form: "enter" }>;

/** Records the dialogue's photos as files before the entry takes them; idempotent. */
export async function recorded({ turn, state, subject, card }: Omit<At, "answers">): Promise<number[]> {
  const { photos, id } = state;
  if (photos.length === 0) return subject.fileIds;
  const key = `tg:files:${id}:${subject.fileIds.length}+${photos.length}`;
  const objectId = card.day().object.id;
  const { fileIds } = await recordTelegramFiles.run(turn.context(key), { objectId, files: photos });
  return [...subject.fileIds, ...fileIds];
}

/** Saves the entry; a double press or a repeated update is the same idempotent request. */
async function write(filled: Entered): Promise<FactAnswer> {
  const { turn, state, subject, card, answers } = filled;
  const { quantity, floorVolumeId, hours, notes, planReason, duplicate } = answers;
  const form = card.day();
  const crew = crewOf(form.crews, answers.crewId, subject.workers);
  const fields = {
    quantity,
    photoIds: await recorded(filled),
    ...(crew === null ? {} : { crewId: crew.id, workers: crew.workers, hours: hours ?? form.shiftHours }),
    ...(notes === null ? {} : { notes }),
    ...(planReason === null ? {} : { planReason: codedReason<PlanReason>(planReason) }),
  };
  if (subject.correcting !== null) {
    const { factId, version } = subject.correcting;
    return correctFact.run(turn.context(`tg:correct:${state.id}`), { factId, version, ...fields });
  }
  return enterFact.run(turn.context(`tg:enter:${state.id}`), {
    objectId: form.object.id,
    floorVolumeId: Number(floorVolumeId),
    date: form.date,
    shift: form.shift,
    confirmDuplicate: duplicate === "more",
    ...fields,
  });
}

/** Turns the card into the saved entry. The next line comes from the form that was read before saving. */
function showSaved({ turn, state, subject, card }: Entered, { fact, floorVolume }: FactAnswer): Done {
  const { object, lines, today, nobodyConfirms } = card.day();
  const next = lines.find(
    (line) => line.today === null && line.gate === null && line.floorVolumeId !== fact.floorVolumeId,
  );
  const was = subject.correcting?.old ?? null;
  const view = makeView(wordsOf(turn), fact, {
    volume: floorVolume,
    next: next ?? null,
    was,
    today,
    nobodyConfirms,
  });
  const { id: objectId } = object;
  const { id: dialogueId } = state;
  const at = turn.now.toISOString();
  // A press turns the dialogue's message into the card of the entry, which notifications of the entry use too.
  const cardKey = turn.callback === undefined ? stepCardKey(state) : returnedCard.key(fact.id);
  const entry = { factId: fact.id, objectId, dialogueId, cardKey, at, view };
  turn.remember({ objectId, entry });
  redirectAlbums(turn, dialogueId, entryTarget(fact.id));
  return { message: savedCard(wordsOf(turn), fact.id, view), card: cardKey };
}

/** «Записать»: saves the entry with its photos, or the text that explains one. */
export async function finishFact(filled: FilledFact): Promise<Done> {
  if (filled.form === "enter") return showSaved(filled, await write(filled));
  const { turn, subject, answers } = filled;
  if (subject.factId === null) throw new Error("an explanation of nothing");
  await explain(turn, subject.factId, { code: "other", text: answers.text });
  return { message: { text: turn.t("fact.reason.thanks"), buttons: [] } };
}
