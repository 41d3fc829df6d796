export {
  renderAccessClosed,
  renderStartApproved,
  renderStartRefused,
} from "./people/card/access-messages.ts";
export { maskPhone } from "./people/card/mask-phone.ts";
export { newcomerCard, type RegistrationDecision } from "./people/card/newcomer-card.ts";
export { packRegistration, unpackRegistration } from "./people/card/registration-data.ts";
export { type TaskButton, taskButtons, taskCard } from "./tasks/card/task-card.ts";
export { momentText, stateText, taskRow, type TaskView } from "./tasks/card/task-view.ts";
