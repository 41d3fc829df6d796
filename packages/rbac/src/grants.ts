import type { Permission } from "./permissions.ts";
import { MEMBER_ROLES, ROLE_CODES, type Role } from "./roles.ts";

/** Possible relations of a user to a thing: they can give a permission that no role gives. */
export type Relation =
  | "creator"
  | "assignee"
  | "blocker"
  | "signer"
  | "requester"
  | "reporter"
  | "responsible"
  | "author";

/** How far a role's permission reaches; the verb must enforce the limit. */
export type Limit =
  | "own_crew"
  | "installers_entries"
  | "observer"
  | "confirmed_only"
  | "issued_only"
  | "approval_limit"
  | "before_shipping"
  | "after_shipping";

/** One row of the matrix. `admin` holds everything and is therefore not listed. */
export type Grant = {
  /** Roles that hold the permission: company role or roles on the object, by the permission's scope. */
  readonly roles: readonly Role[];
  /** Roles that hold it only with the named relation to the thing. */
  readonly also?: Readonly<Partial<Record<Relation, readonly Role[]>>>;
  /** Roles whose permission is limited. */
  readonly limits?: Readonly<Partial<Record<Role, Limit>>>;
  /**
   * The permission grants rights to others or decides finally, so deputies do not hold it. With a limit this applies
   * only beyond the limit.
   */
  readonly granting?: true | Limit;
};

const EVERYONE: readonly Role[] = ROLE_CODES;
const WATCHERS: readonly Role[] = ["director", "curator"];
const MEMBERS: readonly Role[] = MEMBER_ROLES;
const MEMBERS_BUT_VIEWER: readonly Role[] = MEMBER_ROLES.filter((role) => role !== "viewer");
const FACT_ENTERERS: readonly Role[] = [
  "construction_itr",
  "installer",
  "geodesist",
  "production",
  "project_manager",
];
const TASK_CREATORS: readonly Role[] = [
  "project_manager",
  "design_head",
  "construction_itr",
  "pto",
  "supply",
  "production",
  "safety",
  "curator",
];

const view = (...members: readonly Role[]): readonly Role[] => [...WATCHERS, ...members];
const membersBut = (...left: readonly Role[]): readonly Role[] =>
  MEMBERS.filter((role) => !left.includes(role));
const creatorToo = { creator: [...MEMBERS_BUT_VIEWER, "curator"] } as const satisfies Grant["also"];

/** The permission matrix: one row per permission. */
export const GRANTS: Readonly<Record<Permission, Grant>> = {
  "object.create": { roles: ["project_manager", "contract"] },
  "object.view_all": { roles: WATCHERS },
  "dashboard.company": { roles: WATCHERS },
  "users.manage": { roles: [], granting: true },
  "roles.manage": { roles: [], granting: true },
  "sign_in.give": { roles: [], granting: true },
  "settings.manage": { roles: [] },
  "integrations.manage": { roles: [] },
  view_as: { roles: [] },
  "templates.manage": { roles: ["project_manager"] },
  "dictionary.manage": { roles: ["project_manager", "pto"] },
  "material.manage": { roles: ["supply"] },
  "audit.view_company": { roles: ["director"] },
  "org.view": { roles: EVERYONE.filter((role) => role !== "viewer") },
  "profile.edit": { roles: EVERYONE },
  "notifications.own": { roles: EVERYONE },
  "delegation.own": { roles: EVERYONE, granting: true },

  "object.view": { roles: view(...MEMBERS), limits: { viewer: "observer" } },
  "object.edit": { roles: ["project_manager"] },
  "object.team": { roles: ["project_manager"], granting: true },
  "object.invite": { roles: ["project_manager"], granting: true },
  "delegation.object": { roles: ["project_manager"], granting: true },
  "object.transfer": { roles: ["project_manager", "director"] },
  "object.money": { roles: ["director", "curator", "project_manager", "contract", "pto"] },
  "object.plan": { roles: ["project_manager", "contract"] },
  "object.hold": { roles: ["project_manager", "director"] },
  "object.complete": { roles: ["project_manager"] },
  "object.close": { roles: ["director"] },
  "object.archive": { roles: ["project_manager"], also: { creator: MEMBERS_BUT_VIEWER } },
  "object.audit": { roles: ["project_manager"] },

  "gpr.view": { roles: view(...MEMBERS_BUT_VIEWER) },
  "gpr.edit": { roles: ["project_manager"] },
  "gpr.send": { roles: ["project_manager"] },
  "gpr.sign": {
    roles: [],
    also: { signer: ["project_manager", "design_head", "supply", "production", "construction_itr"] },
  },
  "gpr.answer": { roles: [], also: { responsible: MEMBERS_BUT_VIEWER } },

  "task.view": { roles: view(...MEMBERS_BUT_VIEWER) },
  "task.comment": { roles: MEMBERS_BUT_VIEWER },
  "task.view_all": { roles: ["director", "curator", "project_manager"] },
  "task.create": { roles: TASK_CREATORS },
  "task.assign": { roles: TASK_CREATORS },
  "task.execute": { roles: [], also: { assignee: MEMBERS_BUT_VIEWER } },
  "task.block": {
    roles: ["project_manager"],
    also: { assignee: MEMBERS_BUT_VIEWER, blocker: MEMBERS_BUT_VIEWER },
  },
  "task.approve": { roles: ["project_manager", "design_head"], also: creatorToo },
  "task.cancel": { roles: ["project_manager"], also: creatorToo },
  "task.reopen": { roles: ["project_manager"], also: creatorToo },
  "task.reschedule": { roles: ["project_manager"], also: creatorToo },

  "supply.view": { roles: view(...membersBut("installer", "viewer")) },
  "supply.request": {
    roles: [
      "project_manager",
      "design_head",
      "designer_opr",
      "designer_km",
      "designer_kmd",
      "construction_itr",
      "production",
      "supply",
    ],
  },
  "supply.approve": {
    roles: ["project_manager", "director"],
    limits: { project_manager: "approval_limit" },
    granting: "approval_limit",
  },
  "supply.update": { roles: ["supply"] },
  "supply.ship": { roles: ["supply", "production"] },
  "supply.receive": { roles: ["construction_itr", "production", "supply"] },
  "supply.cancel": { roles: ["supply", "project_manager"], also: { requester: MEMBERS_BUT_VIEWER } },

  "construction.view": { roles: view(...MEMBERS) },
  "construction.plan": { roles: ["project_manager", "pto"] },
  "acceptance.customer": { roles: ["pto"] },
  "construction.start": { roles: ["project_manager", "construction_itr"] },
  "construction.check": { roles: ["construction_itr", "installer", "geodesist"] },
  "construction.submit": { roles: ["construction_itr"] },
  "construction.rework": { roles: ["construction_itr"] },
  "construction.accept": { roles: ["project_manager", "pto"] },
  "construction.reopen": { roles: ["director"] },

  "defect.view": { roles: view(...MEMBERS) },
  "defect.report": {
    roles: ["construction_itr", "project_manager", "pto", "safety", "geodesist", "production"],
  },
  "defect.assign": { roles: ["project_manager", "construction_itr"] },
  "defect.settle": { roles: ["project_manager"] },
  "defect.fix": { roles: [], also: { responsible: MEMBERS_BUT_VIEWER } },
  "defect.verify": { roles: ["project_manager", "pto"], also: { reporter: MEMBERS_BUT_VIEWER } },

  "fact.view": { roles: view(...MEMBERS), limits: { viewer: "confirmed_only" } },
  "volume.edit": { roles: ["project_manager", "pto"] },
  "shift.close": { roles: ["construction_itr", "project_manager"] },
  "extra.view": { roles: view(...MEMBERS_BUT_VIEWER) },
  "extra.report": { roles: FACT_ENTERERS },
  "extra.decide": { roles: ["project_manager"] },
  "fact.enter": { roles: FACT_ENTERERS, limits: { installer: "own_crew" } },
  "fact.confirm": {
    roles: ["project_manager", "pto", "construction_itr"],
    limits: { construction_itr: "installers_entries" },
  },
  "fact.reverse": { roles: ["project_manager", "pto"], also: { author: MEMBERS_BUT_VIEWER } },
  "fact.import": { roles: ["project_manager", "pto"] },
  "week.commit": { roles: ["construction_itr", "project_manager"] },
  "gate.override": { roles: ["project_manager"] },

  "document.view": {
    roles: view(...MEMBERS),
    limits: { construction_itr: "issued_only", installer: "issued_only", viewer: "issued_only" },
  },
  "document.upload": { roles: MEMBERS_BUT_VIEWER },
  "document.approve": { roles: ["project_manager", "design_head", "pto"] },
  "document.issue": { roles: ["project_manager", "design_head", "pto"] },

  "production.view": { roles: view(...MEMBERS_BUT_VIEWER) },
  "production.plan": { roles: ["production", "project_manager"] },
  "production.report": { roles: ["production"] },
  "element.design": { roles: ["design_head", "designer_kmd"] },
  "element.make": { roles: ["production"] },
  "element.check": { roles: ["production", "project_manager", "pto"] },
  "element.install": { roles: ["construction_itr", "installer"] },
  "element.accept": { roles: ["project_manager", "pto"] },
  "element.scrap": {
    roles: ["production", "construction_itr", "project_manager"],
    limits: {
      production: "before_shipping",
      construction_itr: "after_shipping",
      project_manager: "after_shipping",
    },
  },
  "element.uninstall": { roles: ["project_manager"] },

  "warehouse.view": { roles: view("production", "supply", "project_manager", "construction_itr") },
  "warehouse.manage": { roles: ["production", "supply"] },
  "shipment.view": { roles: view(...MEMBERS_BUT_VIEWER) },
  "shipment.create": { roles: ["supply", "production"] },
  "shipment.receive": { roles: ["construction_itr", "installer"] },

  "bom.view": { roles: view(...MEMBERS_BUT_VIEWER) },
  "bom.edit": { roles: ["design_head", "designer_km", "designer_kmd"] },
  "zone.manage": { roles: ["project_manager", "pto"] },

  "safety.manage": { roles: ["safety"] },
  "pto.forms": { roles: ["pto"] },
  "pto.sign": { roles: ["project_manager"] },

  "chat.link": { roles: ["project_manager"] },
  "excel.export": { roles: membersBut("installer", "viewer") },
  "ai.ask": { roles: MEMBERS_BUT_VIEWER },
  "workflow.skip": { roles: ["project_manager"] },
};

/** Whether deputies lack the permission; with `beyond`, whether they lack what reaches further. */
export function isGranting(permission: Permission, beyond?: Limit): boolean {
  const { granting } = GRANTS[permission];
  return granting === true || (granting !== undefined && granting === beyond);
}
