export { type DefectButton, defectButtons, defectRow, defectTelegramCard, stateText } from "./defect-card.ts";
