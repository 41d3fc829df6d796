import { describe, expect, test } from "vitest";
import { link } from "../testing/compute.ts";
import { createRandom, type Random } from "../testing/random-network.ts";
import type { VersionContent } from "./content.ts";
import {
  addRow,
  indentRow,
  linkInSequence,
  moveRow,
  outdentRow,
  removeRows,
  setFields,
} from "./edit-outline.ts";
import { applyPatch, invertPatch, type Patch, patchBetween } from "./patch.ts";
import { version, versionRow } from "./testing/versions.ts";

/** The outline as text: «a (b c) d». */
function outline({ rows }: VersionContent, parent: string | null = null): string {
  return rows
    .filter((row) => row.parent === parent)
    .map(({ key }) => {
      const under = outline({ start: "", rows, links: [] }, key);
      return under === "" ? key : `${key} (${under})`;
    })
    .join(" ");
}

const inside = (key: string, parent: string) => versionRow(key, { parent });
const tree = version(
  [versionRow("a"), inside("b", "a"), inside("c", "b"), inside("d", "a"), versionRow("e"), versionRow("f")],
  ["b FS d", "d FS e"],
);

function apply(content: VersionContent, patch: Patch): VersionContent {
  const result = applyPatch(content, patch);
  if (result.conflict) throw new Error(JSON.stringify(result.conflict));
  return result.content;
}

describe("the outline", () => {
  test.each([
    ["indent e", indentRow(tree, "e"), "a (b (c) d e) f"],
    ["indent d", indentRow(tree, "d"), "a (b (c d)) e f"],
    ["indent the first", indentRow(tree, "b"), "a (b (c) d) e f"],
    ["outdent c", outdentRow(tree, "c"), "a (b c d) e f"],
    ["outdent b with what is under it", outdentRow(tree, "b"), "a (d) b (c) e f"],
    ["outdent the outermost", outdentRow(tree, "e"), "a (b (c) d) e f"],
    ["move b down", moveRow(tree, "b", true), "a (d b (c)) e f"],
    ["move e up", moveRow(tree, "e", false), "e a (b (c) d) f"],
    ["move the last down", moveRow(tree, "f", true), "a (b (c) d) e f"],
    ["move f up", moveRow(tree, "f", false), "a (b (c) d) f e"],
    ["remove a branch", removeRows(tree, ["b"]), "a (d) e f"],
    ["add behind a branch", addRow(tree, versionRow("g"), "b"), "a (b (c) g d) e f"],
    ["add at the end", addRow(tree, versionRow("g"), null), "a (b (c) d) e f g"],
    ["a row that is not there", moveRow(indentRow(tree, "z"), "z", true), "a (b (c) d) e f"],
  ])("%s", (_, content, expected) => {
    expect(outline(content)).toBe(expected);
    // A row is followed by what is under it.
    const seen = new Set<string | null>([null]);
    for (const { key, parent } of content.rows) {
      expect(seen.has(parent)).toBe(true);
      seen.add(key);
    }
  });

  test("links go with the rows that are removed, and are made in sequence once", () => {
    expect(removeRows(tree, ["d"]).links).toEqual([]);
    expect(removeRows(tree, ["b"]).links).toEqual([link("d FS e")]);
    expect(linkInSequence(tree, ["b", "d", "f"]).links).toEqual([...tree.links, link("d FS f")]);
  });

  test("a chain of tens of thousands of rows is linked in one pass", () => {
    const keys = Array.from({ length: 60_000 }, (_, index) => `${(index * 7919) % 60_000}`);
    expect(linkInSequence(tree, [...keys, ...keys]).links).toHaveLength(tree.links.length + 60_000);
  });

  test("fields are set for all chosen rows, but a summary has no duration", () => {
    const { rows } = setFields(tree, ["a", "e"], { duration: 9, owner: "zhilin" });
    expect(rows.map(({ duration, owner }) => `${duration} ${owner}`)).toEqual([
      "5 zhilin",
      "5 belov",
      "5 belov",
      "5 belov",
      "9 zhilin",
      "5 belov",
    ]);
  });
});

function randomEdit(random: Random, content: VersionContent, number: number): VersionContent {
  const key = random.one(content.rows).key;
  return random.one<() => VersionContent>([
    () => indentRow(content, key),
    () => outdentRow(content, key),
    () => moveRow(content, key, random.chance(0.5)),
    () => (content.rows.length > 3 ? removeRows(content, [content.rows.at(-1)?.key ?? key]) : content),
    () => addRow(content, versionRow(`n${number}`), key),
    () => linkInSequence(content, [random.one(content.rows).key, key]),
    () => setFields(content, [key], { name: `x${number}`, duration: random.whole(0, 9) }),
  ])();
}

describe("steps", () => {
  test("taken back lead to where they began, repeated to where they ended: 300 random drafts", () => {
    const random = createRandom(17);
    for (let round = 0; round < 300; round += 1) {
      const states = [tree];
      const patches: Patch[] = [];
      for (let step = 0; step < 8; step += 1) {
        const before = states.at(-1) ?? tree;
        const after = randomEdit(random, before, step);
        patches.push(JSON.parse(JSON.stringify(patchBetween(before, after))));
        states.push(after);
      }
      const view = ({ rows, links }: VersionContent) => ({
        rows,
        links: links.map((one) => JSON.stringify(one)).sort(),
      });
      let now = states.at(-1) ?? tree;
      for (const [index, patch] of [...patches.entries()].toReversed()) {
        now = apply(now, invertPatch(patch));
        expect(view(now), `draft ${round}, back to ${index}`).toEqual(view(states[index] ?? tree));
      }
      for (const [index, patch] of patches.entries()) {
        now = apply(now, patch);
        expect(view(now), `draft ${round}, step ${index}`).toEqual(view(states[index + 1] ?? tree));
      }
    }
  });

  test("of two people at once are both kept where they touch different rows", () => {
    const mine = patchBetween(tree, addRow(setFields(tree, ["e"], { name: "Моё" }), versionRow("g"), "e"));
    const theirs = addRow(setFields(tree, ["b"], { owner: "zhilin" }), versionRow("h"), "b");
    const both = apply(theirs, mine);
    expect(outline(both)).toBe("a (b (c) h d) e g f");
    expect(both.rows.find(({ key }) => key === "e")?.name).toBe("Моё");
    expect(both.rows.find(({ key }) => key === "b")?.owner).toBe("zhilin");
    expect(outline(apply(both, invertPatch(mine)))).toBe("a (b (c) h d) e f");
  });

  test("that somebody else has changed are told, and change nothing", () => {
    const mine = patchBetween(tree, setFields(tree, ["e"], { duration: 7 }));
    const theirs = setFields(tree, ["e"], { duration: 3 });
    expect(applyPatch(theirs, mine).conflict).toEqual({ rows: ["e"], links: [], order: false });
    const moved = patchBetween(tree, moveRow(tree, "e", true));
    expect(applyPatch(moveRow(tree, "f", false), moved).conflict).toMatchObject({ order: true });
    const lag = patchBetween(tree, { ...tree, links: [link("b FS+2 d"), link("d FS e")] });
    const unlinked = { ...tree, links: [link("d FS e")] };
    expect(applyPatch(unlinked, lag).conflict?.links).toEqual([link("b FS d")]);
  });

  test("that would take away what others have added are told", () => {
    const removal = patchBetween(tree, removeRows(tree, ["b"]));
    const grown = { ...tree, rows: [...tree.rows.slice(0, 3), inside("x", "b"), ...tree.rows.slice(3)] };
    expect(applyPatch(grown, removal).conflict?.rows).toEqual(["x"]);
    const linked = { ...tree, links: [...tree.links, link("c SS f")] };
    expect(applyPatch(linked, removal).conflict?.links).toEqual([link("c SS f")]);
  });
});
