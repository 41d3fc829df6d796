import type {
  DefectOrigin,
  DefectSeverity,
  DefectStatus,
  EscalationLevel,
} from "@stsphera/contracts/vocabulary";
import { DEFECT_ORIGINS, DEFECT_SEVERITIES, DEFECT_STATUSES } from "@stsphera/contracts/vocabulary";
import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, smallint, text, unique } from "drizzle-orm/pg-core";
import { oneOf } from "./checks.ts";
import { identity, instant } from "./columns.ts";
import { objects } from "./objects.ts";
import { users } from "./people.ts";
import { crews, workTypes } from "./production.ts";

/** Something on a facade that is not as it should be, from its report to its verification. */
export const defects = pgTable(
  "defects",
  {
    id: identity(),
    objectId: integer()
      .notNull()
      .references(() => objects.id),
    number: integer().notNull(),
    title: text().notNull(),
    severity: text().$type<DefectSeverity>().notNull(),
    /** The order of lists: the worst first. */
    rank: smallint()
      .notNull()
      .generatedAlwaysAs(sql`case severity when 'critical' then 1 when 'major' then 2 else 3 end`),
    origin: text().$type<DefectOrigin>().notNull(),
    /** Parts of an object may be removed, so these are no references; the codes stay. */
    facadeId: integer().notNull(),
    facade: text().notNull(),
    floorId: integer(),
    floor: text(),
    axes: text(),
    workTypeId: integer().references(() => workTypes.id),
    /** Who had worked there last when it was reported. */
    crewId: integer().references(() => crews.id),
    status: text().$type<DefectStatus>().notNull(),
    statusSince: instant().notNull(),
    reporterId: integer()
      .notNull()
      .references(() => users.id),
    responsibleId: integer().references(() => users.id),
    dueOn: date(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    check("defect_status", oneOf(t.status, DEFECT_STATUSES)),
    check("defect_severity", oneOf(t.severity, DEFECT_SEVERITIES)),
    check("defect_origin", oneOf(t.origin, DEFECT_ORIGINS)),
    check("defect_number", sql`${t.number} > 0`),
    check("defect_floor", sql`num_nulls(${t.floorId}, ${t.floor}) in (0, 2)`),
    check("defect_responsible", sql`${t.responsibleId} is not null or ${t.status} in ('open', 'cancelled')`),
    unique("defect_number_of_object").on(t.objectId, t.number),
    index("defects_open")
      .on(t.objectId, t.rank, t.id)
      .where(sql`status not in ('verified', 'cancelled')`),
    index("defects_of_responsible")
      .on(t.responsibleId, t.rank, t.id)
      .where(sql`status not in ('verified', 'cancelled')`),
    index("defects_of_object").on(t.objectId, t.rank, t.id),
  ],
);

/** Levels of escalation that a late defect has reached, in working days late; a new day begins a new ladder. */
export const defectEscalations = pgTable(
  "defect_escalations",
  {
    id: identity(),
    defectId: integer()
      .notNull()
      .references(() => defects.id),
    dueOn: date().notNull(),
    level: smallint().$type<EscalationLevel>().notNull(),
    /** Working days of who fixes it that it was late then. */
    lateDays: smallint().notNull(),
    at: instant().notNull(),
  },
  (t) => [unique("defect_escalations_once").on(t.defectId, t.dueOn, t.level)],
);
