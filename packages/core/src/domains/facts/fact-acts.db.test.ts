import {
  OBJECT_STATUSES,
  type FactKind,
  type FactStatus,
  type ObjectStatus,
} from "@stsphera/contracts/vocabulary";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DomainError } from "../../kernel/index.ts";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import { getObject } from "../objects/index.ts";
import { createCrew } from "../production/index.ts";
import { listMyApprovals } from "../verbs.ts";
import { addJournalPhotos } from "./add-journal-photos.ts";
import { attachTelegramPhotos } from "./attach-telegram-photos.ts";
import { correctFact } from "./correct-fact.ts";
import { decideFact } from "./decide-fact.ts";
import { enterFact } from "./enter-fact.ts";
import { enterOpeningBalances } from "./enter-opening-balances.ts";
import { explainFact } from "./explain-fact.ts";
import { getFact } from "./get-fact.ts";
import { loadCell } from "./load-cell.ts";
import { reverseFact } from "./reverse-fact.ts";
import { recordTelegramFiles } from "../../platform/files/index.ts";
import { undoFact } from "./undo-fact.ts";
import { insertEntry, moveSums } from "./write-entry.ts";

type Who = { actor: UserActor; wrote: boolean; crewId: number | null };
type Case = { title: string; who: Who; act: Act; factId: number };
type Form = { kind: FactKind; status: FactStatus; reversed?: boolean };

const TODAY = "2026-09-08";
const BEFORE = "2026-09-07";
const planReason = { code: "no_front" } as const;
const REASON = "не тот этаж";
const FORMS: Readonly<Record<string, Form>> = {
  submitted: { kind: "work", status: "submitted" },
  confirmed: { kind: "work", status: "confirmed" },
  returned: { kind: "work", status: "returned" },
  reversed: { kind: "work", status: "submitted", reversed: true },
  opening: { kind: "opening", status: "confirmed" },
};

let world: World;
let object: TestObject;
let people: Readonly<Record<string, Who>>;
let author: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject();
  const ctx = world.ctx(await world.as("admin"));
  const installer = await world.as("installer");
  const crew = async (code: string, leadUserId?: number) => {
    const input = { code, name: `Бригада ${code}`, lead: "Азиз Рахимов", size: 6, objectId: object.id };
    return (await createCrew.run(ctx, leadUserId === undefined ? input : { ...input, leadUserId })).id;
  };
  const [own, foreign] = [await crew("А"), await crew("Б")];
  await world.db.sql`update crews set lead_user_id = ${installer.id} where id = ${own}`;
  author = await world.as("geodesist");
  people = {
    "the author": { actor: author, wrote: true, crewId: null },
    "another foreman": { actor: await world.as("construction_itr"), wrote: false, crewId: null },
    "the technical office": { actor: await world.as("pto"), wrote: false, crewId: null },
    "an installer of his crew": { actor: installer, wrote: true, crewId: own },
    "an installer whose crew is another's now": { actor: installer, wrote: true, crewId: foreign },
    "an author who enters no more": { actor: await world.as("supply"), wrote: true, crewId: null },
  };
});
afterAll(() => world.close());

const ctxOf = ({ actor }: Who) => world.ctx(actor);

/** An entry with its sums and decisions, whatever the object's state. */
async function put({ kind, status, reversed }: Form, { actor, wrote, crewId }: Who, date: string) {
  const by = world.ctx(await world.as("admin"));
  return world.db.orm.transaction(async (tx) => {
    const cell = await loadCell(tx, by, object.cell("Юг", "1", "МОД"));
    const authorId = wrote ? actor.id : author.id;
    const entry = { date, shift: "day", planQty: null, crewId, authorId, createdAt: world.now } as const;
    const id = await insertEntry(tx, cell, { ...entry, kind, status, quantity: "1" });
    if (reversed === true) {
      const back = {
        ...entry,
        kind: "reversal",
        status: "submitted",
        quantity: "-1",
        reversesId: id,
      } as const;
      await insertEntry(tx, cell, back);
    }
    await moveSums(tx, cell, { date, quantity: reversed === true ? "0" : "1", kind, status });
    return id;
  });
}

let photos = 0;
const photo = () => ({ telegramFileId: `f${++photos}`, telegramUniqueId: `u${photos}` });
const VERBS = {
  undo: (who, factId) => undoFact.run(ctxOf(who), { factId }),
  correct: (who, factId) =>
    correctFact.run(ctxOf(who), { factId, version: 1, quantity: "2", reason: REASON, planReason }),
  reverse: (who, factId) => reverseFact.run(ctxOf(who), { factId, version: 1, reason: REASON }),
  confirm: (who, factId) => decideFact.run(ctxOf(who), { factId, version: 1, move: "confirm" }),
  explain: (who, factId) => explainFact.run(ctxOf(who), { factId, version: 1, planReason }),
  addPhotos: (who, factId) => attachTelegramPhotos.run(ctxOf(who), { factId, files: [photo()] }),
} satisfies Record<string, (who: Who, factId: number) => Promise<unknown>>;
type Act = keyof typeof VERBS;
const ACTS = Object.keys(VERBS) as Act[];

/** "taken", or the code of the refusal. */
const outcomeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "taken",
    (error: unknown) => {
      if (error instanceof DomainError) return error.details.sentence ?? error.code;
      throw error;
    },
  );

async function stand(status: ObjectStatus) {
  const heldSince = status === "on_hold" ? TODAY : null;
  await world.db
    .sql`update objects set status = ${status}, held_since = ${heldSince} where id = ${object.id}`;
}

const DAYS = OBJECT_STATUSES.flatMap((status) =>
  (status === "on_hold" ? [BEFORE, TODAY] : [TODAY]).map((date) => ({ status, date })),
);

/** Rights do not depend on the object's state: everybody is asked on a running one, three people on others. */
const judges = (status: ObjectStatus) =>
  Object.entries(people).filter(
    ([title]) =>
      status === "active" ||
      ["the author", "the technical office", "an installer of his crew"].includes(title),
  );

/** Entries stand on no other object: these two states say the same as their neighbours. */
const FEWER = DAYS.filter(({ status }) => status !== "planning" && status !== "archived");

describe.each(FEWER)("entries of $date on an object that is $status", ({ status, date }) => {
  it.each(Object.keys(FORMS))("what the card of a %s one says is what the verbs do", async (name) => {
    await stand(status);
    const form = FORMS[name] as Form;
    const refused: Case[] = [];
    const allowed: Case[] = [];
    for (const [title, who] of judges(status)) {
      const factId = await put(form, who, date);
      const { can, undoUntil } = await getFact.run(ctxOf(who), { factId });
      expect(undoUntil !== null).toBe(can?.undo);
      for (const act of ACTS) (can?.[act] === true ? allowed : refused).push({ title, who, act, factId });
    }
    const before = await world.traces();
    const outcomes: string[] = [];
    for (const { who, act, factId } of refused) outcomes.push(await outcomeOf(VERBS[act](who, factId)));
    expect(refused.filter((_, at) => outcomes[at] === "taken")).toEqual([]);
    expect(await world.traces()).toEqual(before);
    for (const { title, who, act } of allowed) {
      const outcome = await outcomeOf(VERBS[act](who, await put(form, who, date)));
      expect(`${title}: ${act}: ${outcome}`).toBe(`${title}: ${act}: taken`);
    }
    if (status === "closed" || name === "reversed") expect(allowed).toEqual([]);
    else expect(allowed).not.toEqual([]);
  });
});

describe.each(DAYS)("an object that is $status, on $date", ({ status, date }) => {
  it("is said to take facts, photos and decisions where it does", async () => {
    await stand("active");
    const pto = people["the technical office"] as Who;
    const waiting = await put(FORMS["submitted"] as Form, pto, date);
    const foreman = people["another foreman"] as Who;
    const { fileIds } = await recordTelegramFiles.run(ctxOf(foreman), {
      objectId: object.id,
      files: [photo()],
    });
    await stand(status);

    const entry = { objectId: object.id, floorVolumeId: object.cell("Запад", "1", "МОД"), quantity: "1" };
    const entered = outcomeOf(
      enterFact.run(ctxOf(foreman), { ...entry, date: BEFORE, confirmDuplicate: true }),
    );
    const { can } = await getObject.run(ctxOf(foreman), { objectId: object.id });
    expect((await entered) === "taken").toBe(can.enterFact);
    const takesDay = can.enterFact && (status !== "on_hold" || date < TODAY);
    const ofDay = enterFact.run(ctxOf(foreman), { ...entry, date, confirmDuplicate: true });
    expect(await outcomeOf(ofDay)).toBe(takesDay ? "taken" : "object_takes_no_facts");
    const row = { floorVolumeId: object.cell("Запад", "2", "МОД"), quantity: "1" };
    const balance = enterOpeningBalances.run(ctxOf(pto), { objectId: object.id, date, rows: [row] });
    expect(["taken", "cell_has_entries"].includes(await outcomeOf(balance))).toBe(takesDay);

    const isOver = status === "closed" || status === "archived";
    const journal = outcomeOf(addJournalPhotos.run(ctxOf(foreman), { objectId: object.id, fileIds }));
    expect(await journal).toBe(isOver ? "object_is_over" : "taken");
    const { items } = await listMyApprovals.run(ctxOf(pto), {});
    const card = await getFact.run(ctxOf(pto), { factId: waiting });
    expect(items.some(({ kind }) => kind === "fact_days")).toBe(card.can?.confirm);
    expect(card.can?.confirm).toBe(!isOver);
  });
});
