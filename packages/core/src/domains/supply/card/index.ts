export { stateText, type SupplyButton, supplyButtons, supplyRow, supplyTelegramCard } from "./supply-card.ts";
