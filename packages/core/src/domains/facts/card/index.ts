export { dayButton, entryButton } from "./entry-buttons.ts";
export { returnedCard } from "./returned-card.ts";
