import { schema } from "@stsphera/db";
import { and, desc, inArray, isNotNull, ne } from "drizzle-orm";
import {
  addDays,
  type Decision,
  localDay,
  personRow,
  type Tx,
  writeDecisions,
} from "../../../kernel/index.ts";
import { type DecisionSource, within } from "../../../platform/decisions/index.ts";

const { consents, users } = schema;

/** The law gives ten working days: two weeks are never longer than that. */
const ANSWERED_IN_DAYS = 14;

/** By when a request for erasure is answered, on the person's calendar. */
export const answerDue = (askedAt: Date, timeZone: string): string =>
  addDays(localDay(askedAt, timeZone), ANSWERED_IN_DAYS);

/** A request has the number of the person, who has no more than one. */
const subjectOf = (userId: number) => ({ entityType: "erasure", entityId: userId, objectId: null });

type Asked = { erasureAskedAt: Date | null };
type Who = { id: number; timeZone: string };

/** A request waits for somebody who manages people, until the erasure or until the person agrees again. */
function erasureDecisions({ timeZone }: Who, { erasureAskedAt }: Asked): readonly Decision[] {
  if (erasureAskedAt === null) return [];
  const dueOn = answerDue(erasureAskedAt, timeZone);
  return [{ kind: "erasure", permission: "users.manage", companyWide: true, dueOn, since: erasureAskedAt }];
}

/** Writes whether a request waits: after it was made, taken back or answered. */
export const writeErasureDecisions = (tx: Tx, person: Who, newest: Asked): Promise<void> =>
  writeDecisions(tx, subjectOf(person.id), erasureDecisions(person, newest));

/** Requests for the erasure of personal data; the newest agreement of a person tells whether one waits. */
export const erasureDecisionSource: DecisionSource = {
  entityType: "erasure",
  table: "users",
  decidedBy: [{ permission: "users.manage" }],
  actions: { erasure: [{ key: "open" }] },
  shown: `select json_build_object('title', u.full_name, 'who', ${personRow("u")}, 'version', u.version)
    from users u where u.id = p.id`,
  due: async (on, part) => {
    const asked = on.select({ id: consents.userId }).from(consents).where(isNotNull(consents.erasureAskedAt));
    const people = await on
      .select({ id: users.id, timeZone: users.timeZone })
      .from(users)
      .where(and(within(users.id, part), ne(users.status, "erased"), inArray(users.id, asked)))
      .orderBy(users.id)
      .limit(part.limit);
    const ids = people.map(({ id }) => id);
    if (ids.length === 0) return [];
    const newest = await on
      .select({ userId: consents.userId, erasureAskedAt: consents.erasureAskedAt })
      .from(consents)
      .where(inArray(consents.userId, ids))
      .orderBy(desc(consents.id));
    return people.map((person) => {
      const { erasureAskedAt = null } = newest.find(({ userId }) => userId === person.id) ?? {};
      return { ...subjectOf(person.id), decisions: erasureDecisions(person, { erasureAskedAt }) };
    });
  },
};
