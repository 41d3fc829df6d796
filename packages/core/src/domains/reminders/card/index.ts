export { laterButton } from "./later-button.ts";
export { missingButtons, missingRows, reminderWords } from "./missing-rows.ts";
