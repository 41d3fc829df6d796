import { cutText, oneLine, shortName } from "@stsphera/contracts/format";
import type { Context } from "../../kernel/index.ts";
import { overdueDefect } from "../objects/index.ts";
import { HOLDER, lateDaysOf, lateDaysOn, OPEN, TODAY } from "../tasks/index.ts";
import { morningWords } from "./card/morning-words.ts";
import type { MorningView } from "./section.ts";

/** A task or a defect that is late. */
export type LateTask = {
  kind: "task" | "defect";
  id: number;
  objectId: number;
  objectName: string;
  title: string;
  assignee: string | null;
  lateDays: number;
};

const MOST = 50;

/** $1 instant · $2 objects · $3 working days late at least. The most late first. */
const STATEMENT = `
  select 'task' as kind, t.id, t.object_id as "objectId", o.name as "objectName", t.title, a.full_name as assignee, l.late as "lateDays"
  from objects o
  cross join lateral (select ${TODAY} as today) d
  join tasks t on t.object_id = o.id and ${OPEN} and t.deadline <= d.today - $3::int
  cross join lateral (select ${lateDaysOn("d.today")} as late) l
  left join users a on a.id = ${HOLDER}
  where o.id = any ($2::int[]) and o.status <> 'on_hold' and l.late >= $3::int
  order by l.late desc, t.id limit ${MOST}`;

/** The same of defects, late by who is to fix them. */
const DEFECTS = `
  select 'defect' as kind, t.id, t.object_id as "objectId", o.name as "objectName", t.title, a.full_name as assignee,
    l.late as "lateDays"
  from objects o
  cross join lateral (select ${TODAY} as today) d
  join defects t on t.object_id = o.id and ${overdueDefect("d.today")} and t.due_on <= d.today - $3::int
  cross join lateral (select ${lateDaysOf({ person: "t.responsible_id", due: "t.due_on" }, "d.today")} as late) l
  left join users a on a.id = t.responsible_id
  where o.id = any ($2::int[]) and o.status <> 'on_hold' and l.late >= $3::int
  order by l.late desc, t.id limit ${MOST}`;

type Asked = { objectIds: readonly number[]; from: number };

/** Overdue tasks of these objects, late as their lists count it; nothing moves on one that is paused. */
export const readLateTasks = (
  { db, now }: Pick<Context, "db" | "now">,
  { objectIds, from }: Asked,
): Promise<LateTask[]> => db.read<LateTask>(STATEMENT, [now.toISOString(), objectIds, from]);

/** Defects of these objects that are past their day and not fixed. */
export const readLateDefects = (
  { db, now }: Pick<Context, "db" | "now">,
  { objectIds, from }: Asked,
): Promise<LateTask[]> => db.read<LateTask>(DEFECTS, [now.toISOString(), objectIds, from]);

/** «Подъёмник, Рожкова · 8 раб. дн.», with the object where `place` says so. */
export function lateTaskRow(task: LateTask, { locale }: MorningView, place = false): string {
  const t = morningWords(locale);
  const name = cutText(oneLine(task.title), 60);
  const who = task.assignee === null ? name : `${name}, ${shortName(task.assignee)}`;
  const late = t("late", { count: task.lateDays });
  return place ? `${who} · ${late} · ${task.objectName}` : `${who} · ${late}`;
}
