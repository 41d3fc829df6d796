export { type ExtraButton, extraButtons, extraRow, extraWorkCard, stateText } from "./extra-card.ts";
