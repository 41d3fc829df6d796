import type { FormState } from "../../engine/forms/form-state.ts";
import type { FactSubject } from "./fact-card.ts";

/** Photos that already exist: recorded ones, or those of the entry being corrected, which the new entry takes over. */
export const photosBefore = ({ fileIds, correcting }: FactSubject): number =>
  fileIds.length + (correcting?.photos ?? 0);

/** Photos that the entry will have. */
export const photosIn = (state: FormState, subject: FactSubject): number =>
  state.photos.length + photosBefore(subject);
