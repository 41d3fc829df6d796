import { DRIVER, type EarlyDates, NEVER, NONE } from "./dates.ts";
import type { ScheduleLink } from "./network.ts";
import type { Setting, Task } from "./tasks.ts";
import { isSummary, type Topology } from "./graph.ts";
import type { Workdays } from "./workdays.ts";

export type Pass = { topology: Topology; tasks: readonly Task[]; setting: Setting; dates: EarlyDates };

const fromFinish = (link: ScheduleLink) => link.type === "FS" || link.type === "FF";
const toFinish = (link: ScheduleLink) => link.type === "FF" || link.type === "SF";

/** Computes the dates of one node from those of the nodes before it. */
export function placeNode(pass: Pass, node: number): void {
  const { topology } = pass;
  const { count } = topology;
  if (node >= count) {
    if (isSummary(topology, node - count)) placeSpan(pass, node - count);
  } else if (isSummary(topology, node)) placeGate(pass, node);
  else placeRow(pass, node);
}

/** The point a link asks its successor to keep, and its ordinal in the successor's calendar with the lag. */
function askedBy({ dates, topology }: Pass, at: number, link: ScheduleLink, workdays: Workdays) {
  const from = topology.linkFrom[at] ?? 0;
  const point = (fromFinish(link) ? dates.endPoint[from] : dates.startPoint[from]) ?? 0;
  return link.unit === "work"
    ? { asked: point, ordinal: workdays.ordinal(point) + link.lag }
    : { asked: point + link.lag, ordinal: workdays.ordinal(point + link.lag) };
}

function placeGate(pass: Pass, index: number): void {
  const { topology, tasks, setting, dates } = pass;
  const { main } = setting.calendars;
  const above = topology.parent[index] ?? -1;
  let gate = above < 0 ? NONE : (dates.gate[above] ?? NONE);
  let driver = above < 0 ? DRIVER.start : (dates.gateDriver[above] ?? DRIVER.start);
  let via = above < 0 ? -1 : (dates.gateVia[above] ?? -1);
  const { incoming, links } = topology;
  for (let at = incoming.at[index] ?? 0; at < (incoming.at[index + 1] ?? 0); at += 1) {
    const number = incoming.items[at] ?? 0;
    const link = links[number];
    if (link === undefined) continue;
    const { asked, ordinal } = askedBy(pass, number, link, main);
    // Without a lag in working days the rows below go by calendars of their own.
    const point = link.unit === "work" && link.lag !== 0 ? main.day(ordinal) : asked;
    if (point > gate) [gate, driver, via] = [point, number, index];
  }
  const constraint = tasks[index]?.constraint;
  if (constraint?.kind === "not_earlier" && constraint.day > gate) {
    [gate, driver, via] = [constraint.day, DRIVER.constraint, index];
  }
  const heldUntil = tasks[index]?.heldUntil ?? NONE;
  if (heldUntil > gate) [gate, driver, via] = [heldUntil, DRIVER.held, index];
  dates.gate[index] = gate;
  dates.gateDriver[index] = driver;
  dates.gateVia[index] = via;
}

/** The best bound so far of a row's beginning, as an ordinal. */
type Bound = { begins: number; driver: number; via: number; asked: number; atEnd: boolean };

function placeRow(pass: Pass, index: number): void {
  const { tasks, setting, dates } = pass;
  const task = tasks[index];
  if (task === undefined) return;
  const { workdays } = task;
  if (task.actualStart !== null && task.actualFinish !== null) {
    const { actualStart, actualFinish } = task;
    const ends = workdays.ordinal(actualFinish + 1);
    store(pass, index, { begins: ends, driver: DRIVER.actual, via: index, asked: actualStart, atEnd: false });
    placeFact(dates, index, { actualStart, endPoint: actualFinish + 1 });
    return;
  }
  if (task.actualStart !== null) {
    const resumes = workdays.ordinal(task.resumesFrom ?? task.actualStart);
    const { begins } = boundByLinks(pass, index, task, true);
    const from = Math.max(resumes, begins);
    store(pass, index, {
      begins: from,
      driver: DRIVER.actual,
      via: index,
      asked: task.actualStart,
      atEnd: false,
    });
    const endPoint = workdays.day(from + task.left - 1) + 1;
    placeFact(dates, index, { actualStart: task.actualStart, endPoint });
    return;
  }
  const byLinks = boundByLinks(pass, index, task, false);
  const best: Bound = { ...byLinks };
  const raise = (begins: number, driver: number, asked: number, atEnd = false) => {
    if (begins > best.begins) Object.assign(best, { begins, driver, via: index, asked, atEnd });
  };
  const { constraint } = task;
  if (constraint && constraint.kind !== "not_later") {
    const { begins, atEnd } = beginsBy(constraint, task);
    if (constraint.kind === "on") {
      Object.assign(best, { begins, driver: DRIVER.constraint, via: index, asked: constraint.day, atEnd });
    } else raise(begins, DRIVER.constraint, constraint.day, atEnd);
  }
  const { start, dataDate } = setting;
  if (task.heldUntil !== null) raise(workdays.ordinal(task.heldUntil), DRIVER.held, task.heldUntil);
  if (dataDate !== null) raise(workdays.ordinal(dataDate), DRIVER.dataDate, dataDate);
  if (constraint?.kind !== "on") raise(workdays.ordinal(start), DRIVER.start, start);
  store(pass, index, best);
  dates.broken[index] = byLinks.begins > best.begins ? byLinks.driver : -1;
  placePlan(dates, index, task);
}

/** Where «not earlier» or «on» makes a row begin, as an ordinal. A day off stands for the next working day. */
export function beginsBy({ finish, day }: { finish: boolean; day: number }, task: Task) {
  const ordinal = task.workdays.ordinal(day);
  return finish ? { begins: ordinal + 1 - task.left, atEnd: true } : { begins: ordinal, atEnd: false };
}

/** The bound of the links of a row and of the summaries above it. A started row is bound at its finish alone. */
function boundByLinks(pass: Pass, index: number, task: Task, started: boolean): Bound {
  const { topology, dates } = pass;
  const { incoming, links } = topology;
  const best: Bound = { begins: NONE, driver: DRIVER.start, via: index, asked: 0, atEnd: false };
  for (let at = incoming.at[index] ?? 0; at < (incoming.at[index + 1] ?? 0); at += 1) {
    const number = incoming.items[at] ?? 0;
    const link = links[number];
    if (link === undefined || (started && !toFinish(link))) continue;
    const { asked, ordinal } = askedBy(pass, number, link, task.workdays);
    const begins = toFinish(link) ? ordinal - task.left : ordinal;
    if (begins <= best.begins) continue;
    const atEnd = fromFinish(link) && (link.unit === "work" || link.lag === 0);
    Object.assign(best, { begins, driver: number, asked, atEnd });
  }
  const above = topology.parent[index] ?? -1;
  const gate = above < 0 || started ? NONE : (dates.gate[above] ?? NONE);
  if (gate === NONE) return best;
  const begins = task.workdays.ordinal(gate);
  if (begins <= best.begins) return best;
  const driver = dates.gateDriver[above] ?? DRIVER.start;
  const link = links[driver];
  const atEnd = link !== undefined && fromFinish(link) && (link.unit === "work" || link.lag === 0);
  return { begins, driver, via: dates.gateVia[above] ?? -1, asked: gate, atEnd };
}

function store({ dates, tasks }: Pass, index: number, { begins, driver, via, asked, atEnd }: Bound): void {
  dates.begins[index] = begins;
  dates.ends[index] = begins + (tasks[index]?.left ?? 0);
  dates.driver[index] = driver;
  dates.via[index] = via;
  dates.asked[index] = asked;
  dates.atEnd[index] = atEnd ? 1 : 0;
  dates.broken[index] = -1;
}

function placeFact(dates: EarlyDates, index: number, fact: { actualStart: number; endPoint: number }): void {
  dates.startPoint[index] = fact.actualStart;
  dates.firstDay[index] = fact.actualStart;
  dates.endPoint[index] = fact.endPoint;
  dates.lastDay[index] = fact.endPoint - 1;
}

function placePlan(dates: EarlyDates, index: number, { workdays, left }: Task): void {
  const begins = dates.begins[index] ?? 0;
  if (left === 0) {
    const day = workdays.day(dates.atEnd[index] === 1 ? begins - 1 : begins);
    const point = dates.atEnd[index] === 1 ? day + 1 : day;
    dates.startPoint[index] = point;
    dates.endPoint[index] = point;
    dates.firstDay[index] = day;
    dates.lastDay[index] = day;
    return;
  }
  const first = workdays.day(begins);
  const last = workdays.day(begins + left - 1);
  dates.startPoint[index] = first;
  dates.firstDay[index] = first;
  dates.endPoint[index] = last + 1;
  dates.lastDay[index] = last;
}

/** A summary spans its rows. */
function placeSpan({ topology, dates }: Pass, index: number): void {
  const { children } = topology;
  let [startPoint, endPoint, firstDay, lastDay] = [NEVER, NONE, NEVER, NONE];
  for (let at = children.at[index] ?? 0; at < (children.at[index + 1] ?? 0); at += 1) {
    const child = children.items[at] ?? 0;
    startPoint = Math.min(startPoint, dates.startPoint[child] ?? 0);
    endPoint = Math.max(endPoint, dates.endPoint[child] ?? 0);
    firstDay = Math.min(firstDay, dates.firstDay[child] ?? 0);
    lastDay = Math.max(lastDay, dates.lastDay[child] ?? 0);
  }
  dates.startPoint[index] = startPoint;
  dates.endPoint[index] = endPoint;
  dates.firstDay[index] = firstDay;
  dates.lastDay[index] = lastDay;
  dates.driver[index] = DRIVER.span;
}
