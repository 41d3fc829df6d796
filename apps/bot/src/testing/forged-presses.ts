import { type Random, seededRandom } from "@stsphera/telegram/testing";
import { FEATURES } from "../features/index.ts";

/** Things in the victims' chats that an attacker must not change. */
export type Targets = {
  /** Callback data that was really shown under the victims' messages. */
  seen: readonly string[];
  /** Ids of ended dialogues, and one that never existed. */
  oldDialogues: readonly string[];
  factIds: readonly number[];
  userIds: readonly number[];
  objectIds: readonly number[];
  taskIds: readonly number[];
  failedUpdateId: number;
};

/** Actions of /fact, current ones and those of an older version. */
const FACT_ACTIONS =
  "send pick:1 pick:more pick:instead rest ready:by_plan add:5 change:1 go:notes go:quantity go:crewId go:date".split(
    " ",
  );
const OLD_FACT_ACTIONS = "save more instead rest note entry resume cancel lines days".split(" ");
const ENTRY_ACTIONS = "undo restore fix why card because:no_material because:other".split(" ");
const STEP_ACTIONS =
  "send none next back go:title set:priority-high in:7 pick:1 day:2026-09-20 pick:no_front cancel resume".split(
    " ",
  );
const ROLES = "admin director project_manager installer king".split(" ");
const ENTITIES = FEATURES.flatMap(({ entity }) => entity ?? []);
const LETTERS = FEATURES.flatMap(({ opens }) => opens?.letter ?? []);
const NOISE = [..."abdefmptruv0123456789:_- %\u0000яЖ🏗'\";"];

type Forge = (targets: Targets, random: Random) => string;

/** Ways to forge callback data for things of others. */
const FORGES: Readonly<Record<string, Forge>> = {
  "another person's button": ({ seen }, random) => random.pick(seen),
  "another version": ({ seen }, random) => {
    const data = random.pick(seen);
    return data
      .replace(/^([a-z]+)\d?/, `$1${random.pick(["0", "2", "9", "", "1.0", "-1"])}`)
      .replace(/^d1:/, "d2:");
  },
  "another dialogue": ({ oldDialogues }, random) =>
    `d1:${random.pick([...oldDialogues, random.below(2 ** 31).toString(36)])}:${random.pick(FACT_ACTIONS)}`,
  "a dialogue of an older version": ({ oldDialogues }, random) =>
    `f1:${random.pick(oldDialogues)}:${random.pick(OLD_FACT_ACTIONS)}`,
  "an entry of others": ({ factIds }, random) => {
    const [action = "", argument] = random.pick(ENTRY_ACTIONS).split(":");
    return ["e1", action, String(random.pick(factIds)), ...(argument === undefined ? [] : [argument])].join(
      ":",
    );
  },
  "a day of others": ({ objectIds }, random) => {
    const day = `${random.pick(objectIds)}:2026-09-0${random.pick(["7", "8", "x"])}`;
    return random.pick([`fd:confirm:${day}`, `fd:undo:${day}:${1_788_000_000_000 + random.below(2 ** 31)}`]);
  },
  "photos of others": ({ factIds, objectIds, oldDialogues }, random) =>
    `p1:${random.pick(oldDialogues)}:${random.pick([`f${random.pick(factIds)}`, `o${random.pick(objectIds)}`, "j"])}`,
  "a person's access": ({ userIds }, random) =>
    random.pick([
      `u:g:${random.pick(userIds)}:${random.pick(ROLES)}`,
      `ur:${random.pick(userIds)}:wrong_bot`,
    ]),
  "a person's card": ({ userIds }, random) =>
    random.pick([
      `u:a:${random.pick(userIds)}`,
      `u:x:${random.pick(userIds)}`,
      `ur:${random.pick(userIds)}:back`,
    ]),
  "an object of others": ({ objectIds }, random) => `m:o:${random.pick(objectIds)}`,
  "a thing of others": ({ taskIds }, random) => {
    const { buttons, forms, part } = random.pick(ENTITIES);
    const action = random.pick(Object.keys(forms));
    const thing = { action, id: random.pick(taskIds), version: 1 + random.below(3) };
    const ofPart = part?.moves.includes(action) === true;
    return buttons.pack(ofPart ? { ...thing, partId: 1 + random.below(9) } : thing);
  },
  "a step of another's dialogue": ({ oldDialogues }, random) =>
    `d1:${random.pick(oldDialogues)}:${random.pick(STEP_ACTIONS)}`,
  "a team of others": ({ objectIds, userIds }, random) => {
    const object = random.pick(objectIds);
    const person = `${object}:${random.pick(userIds)}`;
    return random.pick([
      ...["o", "a", "i"].map((letter) => `ob:${letter}:${object}`),
      `ob:k:${object}:0`,
      `ob:v:${object}:1`,
      `ob:z:${object}:1:1`,
      `ob:r:${person}`,
      `ob:x:${person}:${1 + random.below(9)}`,
    ]);
  },
  "what waits for others": ({ taskIds, userIds }, random) =>
    random.pick([
      `ap:${random.pick(LETTERS)}:${random.pick([...taskIds, ...userIds])}:0`,
      `ap:p:${random.below(999)}`,
    ]),
  "a deputy of others": ({ objectIds, userIds }, random) =>
    random.pick(["m", "d"].map((letter) => `ob:${letter}:${random.pick(objectIds)}:${random.pick(userIds)}`)),
  "another's return": ({ objectIds, userIds }, random) =>
    `ob:e:${random.pick(objectIds)}:${random.pick(userIds)}:${1 + random.below(9)}:1`,
  "a person's role": ({ userIds }, random) =>
    random.pick([
      `ad:s:${random.pick(userIds)}:1:${random.pick(ROLES)}`,
      `ad:d:${random.pick(userIds)}:1`,
      `va:o:${random.pick(ROLES)}:1`,
    ]),
  "another's failed press": ({ failedUpdateId }) => `again:${failedUpdateId}`,
  "a field changed": ({ seen }, random) => {
    const parts = random.pick(seen).split(":");
    parts[random.below(parts.length)] = random.pick([
      "",
      "-1",
      "99999999999",
      "0",
      "1e3",
      "null",
      "NaN",
      "../1",
    ]);
    return parts.join(":");
  },
  "a part more": ({ seen }, random) => `${random.pick(seen)}:${random.below(99)}`,
  noise: (_targets, random) =>
    Array.from({ length: 1 + random.below(30) }, () => random.pick(NOISE)).join(""),
};

export const FORGED_KINDS = Object.keys(FORGES);

/**
 * Generates `count` texts of all kinds in turn; the same seed gives the same texts. They may exceed Telegram's limit of
 * 64 bytes.
 */
export function forgePresses(targets: Targets, count: number, seed: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_one, at) => {
    const forge = FORGES[FORGED_KINDS[at % FORGED_KINDS.length] ?? ""];
    if (forge === undefined) throw new Error("no such kind");
    return forge(targets, random);
  });
}
