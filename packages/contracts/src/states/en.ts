import { objectStatesEn } from "./object-en.ts";

/** Captions of states: `state.<entity>.<code>`. */
export const statesEn = {
  ...objectStatesEn,

  "state.task.new": "New",
  "state.task.assigned": "Assigned",
  "state.task.in_progress": "In progress",
  "state.task.review": "In review",
  "state.task.done": "Done",
  "state.task.blocked": "Blocked",
  "state.task.cancelled": "Cancelled",

  "state.gpr.draft": "Draft",
  "state.gpr.pending_signatures": "Awaiting signatures",
  "state.gpr.active": "In force",
  "state.gpr.archived": "Previous",

  "state.supply.draft": "Draft",
  "state.supply.requested": "Awaiting approval",
  "state.supply.approved": "Approved",
  "state.supply.ordered": "Ordered",
  "state.supply.shipped": "On the way",
  "state.supply.partially_received": "Partly received",
  "state.supply.delivered": "Received",
  "state.supply.rejected": "Rejected",
  "state.supply.cancelled": "Cancelled",

  "state.stage.pending": "Not started",
  "state.stage.in_progress": "In work",
  "state.stage.submitted": "Awaiting acceptance",
  "state.stage.accepted": "Accepted",
  "state.stage.rejected": "Has remarks",

  "state.element.design": "In design",
  "state.element.production_queue": "Queued",
  "state.element.in_production": "In production",
  "state.element.quality_check": "Quality check",
  "state.element.rework": "Rework",
  "state.element.warehouse": "In the warehouse",
  "state.element.shipped": "On the way",
  "state.element.on_site": "On site",
  "state.element.installed": "Installed",
  "state.element.accepted": "Accepted",
  "state.element.scrapped": "Scrapped",

  "state.document.draft": "Draft",
  "state.document.on_review": "In review",
  "state.document.approved": "Approved",
  "state.document.issued": "Issued for work",
  "state.document.superseded": "Superseded",
  "state.document.annulled": "Annulled",

  "state.defect.open": "Open",
  "state.defect.assigned": "Assigned",
  "state.defect.in_work": "Being fixed",
  "state.defect.fixed": "Fixed",
  "state.defect.verified": "Verified",
  "state.defect.disputed": "Disputed",
  "state.defect.reopened": "Reopened",
  "state.defect.cancelled": "Cancelled",

  "state.shipment.planned": "Planned",
  "state.shipment.loading": "Loading",
  "state.shipment.shipped": "On the way",
  "state.shipment.arrived": "Arrived",
  "state.shipment.received": "Received",
  "state.shipment.received_with_diff": "Received with a discrepancy",

  "state.fact.parked": "Awaiting release",
  "state.fact.submitted": "Entered",
  "state.fact.confirmed": "Confirmed",
  "state.fact.returned": "Returned",

  "state.commitment.planned": "Planned",
  "state.commitment.committed": "Committed",
  "state.commitment.done": "Done",
  "state.commitment.failed": "Not done",

  "state.person.pending": "Under review",
  "state.person.active": "Active",
  "state.person.deactivated": "Deactivated",
  "state.person.erased": "Data erased",
  "state.person.rejected": "Refused",

  "state.reschedule.open": "Awaiting decision",
  "state.reschedule.approved": "Agreed",
  "state.reschedule.refused": "Date kept",

  "state.workflow_step.waiting": "Waiting",
  "state.workflow_step.active": "Running",
  "state.workflow_step.done": "Done",
  "state.workflow_step.skipped": "Skipped",

  "state.permit.draft": "Draft",
  "state.permit.issued": "Issued",
  "state.permit.extended": "Extended",
  "state.permit.closed": "Closed",
  "state.permit.annulled": "Annulled",

  "flag.overdue": "Overdue",
  "flag.delayed": "Delayed",
} as const;
