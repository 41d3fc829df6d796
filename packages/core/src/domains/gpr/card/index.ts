export { type GprButton, gprButtons, gprCard, gprRow, shortHash, stateText } from "./gpr-card.ts";
