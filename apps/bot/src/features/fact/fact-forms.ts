import { factForms as forms } from "@stsphera/contracts/facts/forms";
import { dialogueTarget, redirectAlbums } from "../../engine/albums.ts";
import { beginOrResume } from "../../engine/forms/begin-or-resume.ts";
import { formFeature } from "../../engine/forms/form-feature.ts";
import type { FormStart } from "../../engine/forms/move-on.ts";
import { currentForm } from "../../engine/forms/read-form.ts";
import { factObjects, isRunning } from "../../engine/my-objects.ts";
import { sayNowhere } from "../../engine/nowhere.ts";
import type { Turn } from "../../engine/turn.ts";
import { factSubject, type FactSubject, loadCard, objectIn } from "./fact-card.ts";
import { wordsOf } from "../../engine/words.ts";
import { notActiveCard } from "./messages/lines.ts";
import { confirmSummary } from "./messages/confirm.ts";
import { quantityLines } from "./messages/quantity.ts";
import { attach, takesPhotos } from "./on-photo.ts";
import { photosBefore } from "./photos-in.ts";
import { captionIn, optionsFrom } from "./buttons.ts";
import { questionIn, titleIn } from "./questions.ts";
import { refusedFact } from "./refused.ts";
import { factInWords, holdsFact } from "./resumed.ts";
import { finishFact } from "./save.ts";
import { settleFact } from "./settle.ts";

/** /fact from the first line to the saved entry, and the words that explain one. */
export const factForms = formFeature({
  feature: "fact",
  command: "fact",
  forms,
  subject: factSubject,
  load: loadCard,
  title: titleIn,
  question: questionIn,
  caption: captionIn,
  facts: (at) => (at.state.step === "quantity" ? quantityLines(at) : []),
  summary: confirmSummary,
  options: async (at, from) => optionsFrom(at, from),
  today: ({ card }) => card.day().today,
  check({ turn, card }, field, answer) {
    if (field !== "date") return null;
    const { today, earliest } = card.day();
    if (String(answer) > today) return turn.t("fact.bad.future");
    return String(answer) < earliest ? turn.t("fact.bad.closed") : null;
  },
  settle: settleFact,
  /** An object that takes no entries now says so in the place of its lines. */
  ended({ turn, state, card }) {
    if (state.step !== "floorVolumeId" || isRunning(card.day().object)) return null;
    return notActiveCard(wordsOf(turn), card.day().object);
  },
  finish: finishFact,
  refused: refusedFact,
  resumed: factInWords,
  holds: holdsFact,
  // A line may be gone alone; the photos of its entry are not.
  outlives: true,
  photosBefore,
  takesPhotos,
  follow: async (turn, { factId }, photo) => factId !== null && attach(turn, factId, photo),
});

/** Photos of an entry that has no number yet go over to the next one; those written down stay with their object. */
function keptPhotos(turn: Turn, objectId: number | null) {
  const left = currentForm(factForms, turn);
  if (left === null || holdsFact(left, { feature: "fact", id: turn.requestId }))
    return { photos: [], fileIds: [] };
  const subject = factSubject.parse(left.subject);
  redirectAlbums(turn, left.id, dialogueTarget("fact", turn.requestId));
  return { photos: left.photos, fileIds: objectIn(subject, left.values) === objectId ? subject.fileIds : [] };
}

/** Where an entry begins: its object, and what is known of it. */
export function startFact(
  turn: Turn,
  objectId: number | null,
  more: Pick<FormStart, "step" | "values" | "apart"> & { subject?: Partial<FactSubject> },
): FormStart {
  const { photos, fileIds } = keptPhotos(turn, objectId);
  return { form: "enter", ...more, photos, subject: { ...more.subject, objectId, fileIds } };
}

/** /fact: goes on with what was begun, or shows the lines of the object. */
export const openFact = beginOrResume(factForms, async (turn) => {
  const mine = await factObjects(turn);
  const [only] = mine;
  if (only === undefined) {
    await sayNowhere(turn);
    return null;
  }
  const objectId = mine.length === 1 ? only.id : null;
  if (objectId !== null) turn.remember({ objectId });
  return startFact(turn, objectId, { apart: true });
});
