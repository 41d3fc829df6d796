/** What decides: the company role, or the roles held on the object. */
export type Scope = "company" | "object";

/** Every permission of the system with its scope. */
const PERMISSIONS = {
  "object.create": "company",
  "object.view_all": "company",
  "dashboard.company": "company",
  "users.manage": "company",
  "roles.manage": "company",
  "sign_in.give": "company",
  "settings.manage": "company",
  "integrations.manage": "company",
  view_as: "company",
  "templates.manage": "company",
  "dictionary.manage": "company",
  "material.manage": "company",
  "audit.view_company": "company",
  "org.view": "company",
  "profile.edit": "company",
  "notifications.own": "company",
  "delegation.own": "company",

  "object.view": "object",
  "object.edit": "object",
  "object.team": "object",
  "object.invite": "object",
  "delegation.object": "object",
  "object.transfer": "object",
  "object.money": "object",
  "object.plan": "object",
  "object.hold": "object",
  "object.complete": "object",
  "object.close": "object",
  "object.archive": "object",
  "object.audit": "object",

  "gpr.view": "object",
  "gpr.edit": "object",
  "gpr.send": "object",
  "gpr.sign": "object",
  "gpr.answer": "object",

  "task.view": "object",
  "task.comment": "object",
  "task.view_all": "object",
  "task.create": "object",
  "task.assign": "object",
  "task.execute": "object",
  "task.block": "object",
  "task.approve": "object",
  "task.cancel": "object",
  "task.reopen": "object",
  "task.reschedule": "object",

  "supply.view": "object",
  "supply.request": "object",
  "supply.approve": "object",
  "supply.update": "object",
  "supply.ship": "object",
  "supply.receive": "object",
  "supply.cancel": "object",

  "construction.view": "object",
  "construction.plan": "object",
  "acceptance.customer": "object",
  "construction.start": "object",
  "construction.check": "object",
  "construction.submit": "object",
  "construction.rework": "object",
  "construction.accept": "object",
  "construction.reopen": "object",

  "defect.view": "object",
  "defect.report": "object",
  "defect.assign": "object",
  "defect.settle": "object",
  "defect.fix": "object",
  "defect.verify": "object",

  "fact.view": "object",
  "volume.edit": "object",
  "shift.close": "object",
  "extra.view": "object",
  "extra.report": "object",
  "extra.decide": "object",
  "fact.enter": "object",
  "fact.confirm": "object",
  "fact.reverse": "object",
  "fact.import": "object",
  "week.commit": "object",
  "gate.override": "object",

  "document.view": "object",
  "document.upload": "object",
  "document.approve": "object",
  "document.issue": "object",

  "production.view": "object",
  "production.plan": "object",
  "production.report": "object",
  "element.design": "object",
  "element.make": "object",
  "element.check": "object",
  "element.install": "object",
  "element.accept": "object",
  "element.scrap": "object",
  "element.uninstall": "object",

  "warehouse.view": "object",
  "warehouse.manage": "object",
  "shipment.view": "object",
  "shipment.create": "object",
  "shipment.receive": "object",

  "bom.view": "object",
  "bom.edit": "object",
  "zone.manage": "object",

  "safety.manage": "object",
  "pto.forms": "object",
  "pto.sign": "object",

  "chat.link": "object",
  "excel.export": "object",
  "ai.ask": "object",
  "workflow.skip": "object",
} as const satisfies Record<string, Scope>;

export type Permission = keyof typeof PERMISSIONS;

/** Permission codes in the order of {@link PERMISSIONS}. */
export const PERMISSION_CODES = Object.keys(PERMISSIONS) as readonly Permission[];

/** Scope of a permission. */
export function scopeOf(permission: Permission): Scope {
  return PERMISSIONS[permission];
}
