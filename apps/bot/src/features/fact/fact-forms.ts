import { factForms as forms } from "@stsphera/contracts/facts/forms";
import { dialogueTarget, redirectAlbums } from "../../engine/albums.ts";
import { beginOrResume } from "../../engine/forms/begin-or-resume.ts";
import { formFeature } from "../../engine/forms/form-feature.ts";
import type { FormStart } from "../../engine/forms/move-on.ts";
import { currentForm } from "../../engine/forms/read-form.ts";
import { factObjects, isRunning } from "../../engine/my-objects.ts";
import { sayNowhere } from "../../engine/nowhere.ts";
import type { Turn } from "../../engine/turn.ts";
import { entryNow } from "./entry-now.ts";
import { factSubject, type FactSubject, loadCard, objectIn } from "./fact-card.ts";
import { wordsOf } from "../../engine/words.ts";
import { notActiveCard } from "./messages/lines.ts";
import { confirmSummary } from "./messages/confirm.ts";
import { quantityLines } from "./messages/quantity.ts";
import { attach, takesPhotos } from "./on-photo.ts";
import { photosBefore } from "./photos-in.ts";
import { captionIn, optionsFrom } from "./buttons.ts";
import { lineButtons, pressLines, shiftButtons } from "./line-buttons.ts";
import { questionIn, titleIn } from "./questions.ts";
import { refusedFact } from "./refused.ts";
import { factInWords, holdsFact } from "./resumed.ts";
import { finishFact } from "./save.ts";
import { settleFact } from "./settle.ts";

/** /fact from the choice of the line to the saved entry, and the form that explains an entry. */
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
  buttons: lineButtons,
  below: shiftButtons,
  press: pressLines,
  today: ({ card }) => card.day().today,
  check({ turn, card }, field, answer) {
    if (field !== "date") return null;
    const { today, earliest } = card.day();
    if (String(answer) > today) return turn.t("fact.bad.future");
    return String(answer) < earliest ? turn.t("fact.bad.closed") : null;
  },
  settle: settleFact,
  /** Says that the object currently takes no entries, instead of listing its lines. */
  ended({ turn, state, card }) {
    if (state.step !== "floorVolumeId" || isRunning(card.day().object)) return null;
    return notActiveCard(wordsOf(turn), card.day().object);
  },
  cancelled: async (turn, { subject }) => {
    const { correcting } = factSubject.parse(subject);
    return correcting === null ? null : entryNow(turn, correcting.factId);
  },
  finish: finishFact,
  refused: refusedFact,
  resumed: factInWords,
  holds: holdsFact,
  // Only the line may be gone; the photos of the entry are still useful.
  outlives: true,
  photosBefore,
  takesPhotos,
  follow: async (turn, { factId }, photo) => factId !== null && attach(turn, factId, photo),
});

/** Photos of a form without a quantity are moved to the next entry; recorded files stay with their object. */
function keptPhotos(turn: Turn, objectId: number | null) {
  const left = currentForm(factForms, turn);
  if (left === null || holdsFact(left, { feature: "fact", id: turn.requestId }))
    return { photos: [], fileIds: [] };
  const subject = factSubject.parse(left.subject);
  redirectAlbums(turn, left.id, dialogueTarget("fact", turn.requestId));
  return { photos: left.photos, fileIds: objectIn(subject, left.values) === objectId ? subject.fileIds : [] };
}

/** Starts an entry on an object, with the answers known so far. */
export function startFact(
  turn: Turn,
  objectId: number | null,
  more: Pick<FormStart, "step" | "values" | "apart" | "search"> & { subject?: Partial<FactSubject> },
): FormStart {
  const { photos, fileIds } = keptPhotos(turn, objectId);
  return { form: "enter", ...more, photos, subject: { ...more.subject, objectId, fileIds } };
}

/** /fact: resumes the open entry, or shows the lines of the object. */
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
