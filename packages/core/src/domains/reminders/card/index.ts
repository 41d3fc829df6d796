export { laterButton } from "./later-button.ts";
export {
  closeButtons,
  missingButtons,
  missingRows,
  type NamedPart,
  partName,
  reminderWords,
} from "./missing-rows.ts";
