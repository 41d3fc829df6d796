/**
 * SQL of the progress of an object in norm hours, for a row `s` of object_sums: earned ÷ planned × 100, one decimal,
 * rounded half up, as text; null without a plan.
 */
export const PROGRESS_PCT = `trim_scale(round(s.earned_hours * 100 / nullif(s.plan_hours, 0), 1))::text`;
