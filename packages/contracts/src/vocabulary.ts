/** Closed vocabularies of the trade: codes as they stand in the database, the API and tokens. Imports vocabularies alone. */
export * from "./facts/vocabulary.ts";
export * from "./objects/vocabulary.ts";
export * from "./people/vocabulary.ts";

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

/** Why a day's figure is over or under the plan: the downtime codes and three of its own. */
export const PLAN_REASONS = [...DOWNTIME_REASONS, "remeasure", "plan_error", "extra_work"] as const;
export type PlanReason = (typeof PLAN_REASONS)[number];

export const UNITS = ["шт", "м.п.", "м²", "этаж"] as const;
export type Unit = (typeof UNITS)[number];

/** Units counted in whole pieces. */
export const WHOLE_UNITS: readonly Unit[] = ["шт", "этаж"];

/** What a work type adds up to in an object's headline figures. */
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

export * from "./tasks/vocabulary.ts";

export const HEALTHS = ["green", "amber", "red"] as const;
export type Health = (typeof HEALTHS)[number];

export const FACADE_STATES = ["not_started", "in_work", "late", "done"] as const;
export type FacadeState = (typeof FACADE_STATES)[number];

export const EVENT_TYPES = [
  "user.registered",
  "user.approved",
  "user.refused",
  "user.deactivated",
  "user.reactivated",
  "user.role_changed",
  "user.joined",
  "department.head_changed",
  "delegation.created",
  "delegation.ended",
  "invitation.created",
  "invitation.revoked",
  "object.created",
  "object.team_changed",
  "object.structure_changed",
  "object.status_changed",
  "object.changed",
  "object.settings_changed",
  "object.calendar_changed",
  "calendar.changed",
  "volume.plan_changed",
  "fact.entered",
  "fact.corrected",
  "fact.reversed",
  "fact.confirmed",
  "fact.returned",
  "fact.photos_added",
  "fact.opening_entered",
  "journal.photos_added",
  "file.recorded",
  "task.created",
  "task.assigned",
  "task.changed",
  "task.status_changed",
  "task.submitted",
  "task.declined",
  "task.returned",
  "task.blocked",
  "task.commented",
  "task.checked",
  "task.move_undone",
  "task.reschedule_requested",
  "task.reschedule_decided",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

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
