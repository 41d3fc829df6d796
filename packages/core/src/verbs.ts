// Verbs called by the adapters: one line per domain or part of the platform.
export * from "./domains/administration/verbs.ts";
export * from "./domains/calendar/maintenance/verbs.ts";
export * from "./domains/dashboard/verbs.ts";
export * from "./domains/delegations/verbs.ts";
export * from "./domains/facts/verbs.ts";
export * from "./domains/invitations/verbs.ts";
export * from "./domains/objects/verbs.ts";
export * from "./domains/people/verbs.ts";
export * from "./domains/production/verbs.ts";
export * from "./domains/sign-in/verbs.ts";
export * from "./domains/tasks/verbs.ts";
export * from "./domains/zones/verbs.ts";
export * from "./domains/verbs.ts";
export * from "./platform/audit/verbs.ts";
export * from "./platform/deliveries/verbs.ts";
export * from "./platform/files/verbs.ts";
export * from "./platform/notifications/verbs.ts";
