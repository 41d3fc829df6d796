/** The app shows facades, floors and volumes as one step. */
export const WIZARD_STEPS = 3;
/** Where a draft stands, as the app counts. */
export const wizardStep = (step: number): number => Math.min(step, WIZARD_STEPS);

/** The id is no part of the path: the screen stays as it is when its draft is first saved. */
export const draftAddress = (id: number | null, step: number): string =>
  `/objects/new?${id === null ? "" : `draft=${id}&`}step=${step}`;
