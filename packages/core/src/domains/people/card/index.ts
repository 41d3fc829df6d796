export { ASK_AGAIN, renderAccessClosed, renderStartApproved, renderStartRefused } from "./access-messages.ts";
export { maskPhone } from "./mask-phone.ts";
export { newcomerCard, type RegistrationDecision } from "./newcomer-card.ts";
export { packRegistration, unpackRegistration } from "./registration-data.ts";
