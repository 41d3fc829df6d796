export { approvalsButton } from "./approvals-button.ts";
