/** The app shows facades, floors and volumes as one step, the schedule as the last. */
export const WIZARD_STEPS = 4;
/** Where a draft stands, as the app counts: facades with floors, and the grid, are one step of it. */
export const wizardStep = (step: number): number => (step <= 3 ? step : step - 1);

/** The id is no part of the path: the screen stays as it is when its draft is first saved. */
export const draftAddress = (id: number | null, step: number): string =>
  `/objects/new?${id === null ? "" : `draft=${id}&`}step=${step}`;
