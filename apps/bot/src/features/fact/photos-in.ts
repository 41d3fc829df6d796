import type { FormState } from "../../engine/forms/form-state.ts";
import type { FactSubject } from "./fact-card.ts";

/** Photos that are there already: written down, or with the entry that is corrected, which hands over its own. */
export const photosBefore = ({ fileIds, correcting }: FactSubject): number =>
  fileIds.length + (correcting?.photos ?? 0);

/** Photos that will come with the entry. */
export const photosIn = (state: FormState, subject: FactSubject): number =>
  state.photos.length + photosBefore(subject);
