/** Closed vocabularies: codes used in the database, the API and callback data. Imports only vocabularies. */
import { CHAT_EVENTS } from "./chats/vocabulary.ts";
import { DEFECT_DECISIONS, DEFECT_EVENTS, DEFECT_MOVES } from "./defects/vocabulary.ts";
import { EXTRA_DECISIONS, EXTRA_EVENTS, EXTRA_MOVES } from "./extra-works/vocabulary.ts";
import { FACT_DECISIONS, FACT_EVENTS } from "./facts/vocabulary.ts";
import { GPR_ANSWER_MOVES, GPR_DECISIONS, GPR_EVENTS } from "./gpr/vocabulary.ts";
import { OBJECT_EVENTS } from "./objects/vocabulary.ts";
import { PEOPLE_DECISIONS, PEOPLE_EVENTS, USER_MOVES } from "./people/vocabulary.ts";
import { SYSTEM_EVENTS } from "./operations/vocabulary.ts";
import { REMINDER_EVENTS } from "./reminders/vocabulary.ts";
import { SHIFT_EVENTS } from "./shifts/vocabulary.ts";
import { SIGN_IN_EVENTS } from "./sign-in/vocabulary.ts";
import {
  DISCREPANCY_MOVES,
  SUPPLY_DECISIONS,
  SUPPLY_EVENTS,
  SUPPLY_MOVES,
  type SupplyUnit,
} from "./supply/vocabulary.ts";
import { ZONE_DECISIONS, ZONE_EVENTS } from "./zones/vocabulary.ts";
import { RESCHEDULE_MOVES, TASK_DECISIONS, TASK_EVENTS, TASK_MOVES } from "./tasks/vocabulary.ts";

export * from "./chats/vocabulary.ts";
export * from "./defects/vocabulary.ts";
export * from "./extra-works/vocabulary.ts";
export * from "./facts/vocabulary.ts";
export * from "./gpr/vocabulary.ts";
export * from "./objects/vocabulary.ts";
export * from "./operations/vocabulary.ts";
export * from "./people/vocabulary.ts";
export * from "./reports/vocabulary.ts";
export * from "./reminders/vocabulary.ts";
export * from "./shifts/vocabulary.ts";
export * from "./sign-in/vocabulary.ts";
export * from "./supply/vocabulary.ts";
export * from "./tasks/vocabulary.ts";
export * from "./zones/vocabulary.ts";

export const FACADE_TYPES = ["nvf", "spk", "spk_modular"] as const;
export type FacadeType = (typeof FACADE_TYPES)[number];

export const LOCALES = ["ru", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const SHIFTS = ["day", "night"] as const;
export type Shift = (typeof SHIFTS)[number];

export const DOWNTIME_REASONS = [
  "weather_wind",
  "weather_temp",
  "weather_rain",
  "no_front",
  "no_material",
  "no_drawings",
  "no_permit",
  "equipment",
  "other_trades",
  "rework",
  "no_people",
  "customer_stop",
  "accident",
  "other",
] as const;
export type DowntimeReason = (typeof DOWNTIME_REASONS)[number];

/** Why a day's figure is over or under the plan: the downtime codes and three others. */
export const PLAN_REASONS = [...DOWNTIME_REASONS, "remeasure", "plan_error", "extra_work"] as const;
export type PlanReason = (typeof PLAN_REASONS)[number];

export const UNITS = ["шт", "м.п.", "м²", "этаж"] as const;
export type Unit = (typeof UNITS)[number];
/** Units of works and of what is ordered. */
export type AnyUnit = Unit | SupplyUnit;

/** Units counted in whole pieces. */
export const WHOLE_UNITS: readonly AnyUnit[] = ["шт", "этаж", "компл."];

/** The headline figure of an object that a work type counts towards. */
export const WORK_GROUPS = ["module", "bracket", "other"] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

export const MODULE_FACT_SOURCES = ["entry", "scan"] as const;
export type ModuleFactSource = (typeof MODULE_FACT_SOURCES)[number];

export const GATE_MODES = ["complete", "accepted"] as const;
export type GateMode = (typeof GATE_MODES)[number];

export const FILE_STATUSES = ["awaiting", "stored", "ready", "failed"] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

export const FILE_PURPOSES = ["photo", "document"] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

export const FILE_SOURCES = ["upload", "telegram"] as const;
export type FileSource = (typeof FILE_SOURCES)[number];

export const NOTIFICATION_CATEGORIES = [
  "tasks",
  "gpr",
  "supply",
  "construction",
  "documents",
  "facts",
  "production",
  "people",
  "system",
] as const;
export type NotificationCategory = (typeof NOTIFICATION_CATEGORIES)[number];

export const PRIORITIES = ["normal", "high", "critical"] as const;
export type Priority = (typeof PRIORITIES)[number];

export const HEALTHS = ["green", "amber", "red"] as const;
export type Health = (typeof HEALTHS)[number];

export const FACADE_STATES = ["not_started", "in_work", "late", "done"] as const;
export type FacadeState = (typeof FACADE_STATES)[number];

/** Event types of all domains. */
export const EVENT_TYPES = [
  ...PEOPLE_EVENTS,
  ...SIGN_IN_EVENTS,
  ...OBJECT_EVENTS,
  ...FACT_EVENTS,
  ...TASK_EVENTS,
  ...ZONE_EVENTS,
  ...SHIFT_EVENTS,
  ...EXTRA_EVENTS,
  ...GPR_EVENTS,
  ...DEFECT_EVENTS,
  ...SUPPLY_EVENTS,
  ...SYSTEM_EVENTS,
  ...REMINDER_EVENTS,
  ...CHAT_EVENTS,
  "calendar.changed",
  "volume.plan_changed",
  "file.recorded",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Kinds of decisions that may wait for a user, by domain, in counting order. */
export const APPROVAL_KINDS = [
  ...FACT_DECISIONS,
  ...TASK_DECISIONS,
  ...EXTRA_DECISIONS,
  ...GPR_DECISIONS,
  ...DEFECT_DECISIONS,
  ...SUPPLY_DECISIONS,
  ...ZONE_DECISIONS,
  ...PEOPLE_DECISIONS,
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** How a decision is made: by a move, or in the card of the thing. */
export const APPROVAL_ACTIONS = [
  ...new Set([
    ...TASK_MOVES,
    ...RESCHEDULE_MOVES,
    ...EXTRA_MOVES,
    ...GPR_ANSWER_MOVES,
    ...DEFECT_MOVES,
    ...SUPPLY_MOVES,
    ...DISCREPANCY_MOVES,
    ...USER_MOVES,
  ]),
  "open",
] as const;

export const ERROR_CODES = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "validation_failed",
  "invalid_transition",
  "version_conflict",
  "conflict",
  "possible_duplicate",
  "idempotency_mismatch",
  "in_progress",
  "payload_too_large",
  "unsupported_media_type",
  "rate_limited",
  "unavailable",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
