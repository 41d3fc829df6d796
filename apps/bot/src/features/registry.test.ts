import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Feature } from "../engine/feature.ts";
import { fieldsOf } from "@stsphera/contracts/forms";
import type { AnyEntity } from "../engine/entity/entity.ts";
import { doneKey } from "../engine/entity/entity-forms.ts";
import { listKey } from "../engine/entity/entity-list.ts";
import type { AnyForms } from "../engine/forms/form-feature.ts";
import { askKey, captionOf } from "../engine/forms/kinds/kind.ts";
import type { Turn } from "../engine/turn.ts";
import { botTranslator } from "../locales/i18n.ts";
import { DOOR_FEATURES, FEATURES, GROUP_FEATURES } from "./index.ts";

const ALL: readonly Feature[] = [...GROUP_FEATURES, ...DOOR_FEATURES, ...FEATURES];
const FORMS = ALL.flatMap(({ forms = [] }) => forms);

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).map((path) =>
  path.replaceAll("\\", "/"),
);
const exportsOf = async (path: string): Promise<unknown[]> =>
  Object.values((await import(`./${path}`)) as Record<string, unknown>);

test("every feature folder is registered", async () => {
  const folders = [...new Set(files.filter((path) => path.includes("/")).map((path) => path.split("/")[0]))];
  expect(folders.length).toBeGreaterThan(9);
  for (const folder of folders) {
    const own = files.filter((path) => path.startsWith(`${folder}/`) && path.endsWith("-feature.ts"));
    const exported = (await Promise.all(own.map(exportsOf))).flat();
    const found = exported.filter((one) => typeof one === "object" && one !== null);
    expect({ folder, registered: found.some((one) => ALL.includes(one as Feature)) }).toEqual({
      folder,
      registered: true,
    });
    expect({ folder, missing: found.filter((one) => !ALL.includes(one as Feature)) }).toEqual({
      folder,
      missing: [],
    });
  }
});

test("commands, letters and list positions are unique", () => {
  const commands = ALL.flatMap((feature) => feature.commands ?? []);
  const places = commands.flatMap(({ place }) => place ?? []);
  const letters = ALL.flatMap(({ opens }) => opens?.letter ?? []);
  const all: (string | number)[][] = [commands.map(({ name }) => name), places, ["l", "p", ...letters]];
  for (const names of all) expect(names).toEqual([...new Set(names)]);
});

test("every table of forms belongs to one feature", async () => {
  const tables = files.filter((path) => path.endsWith("-forms.ts"));
  const found = (await Promise.all(tables.map(exportsOf))).flat().filter((one) => typeof one === "object");
  expect(found.filter((one) => !FORMS.includes(one as AnyForms))).toEqual([]);
  expect(new Set(FORMS.map(({ feature }) => feature)).size).toBe(FORMS.length);
});

/** A value for every placeholder. */
const PLACES = "qty date shift done total object day work left at by new".split(" ");
const VALUES = { count: 2, ...Object.fromEntries(PLACES.map((name) => [name, "2"])) };

/** Renders every text of a form; a missing key throws. */
function say(turn: Turn, { feature, forms }: AnyForms, form: string): string[] {
  const table = forms[form] ?? {};
  const state = { feature, form } as never;
  const t = (...rest: string[]) => turn.t(askKey(state, ...rest), VALUES);
  const fields = fieldsOf(table).flatMap((field) => {
    const values = "options" in field ? (field.options ?? []) : "codes" in field ? field.codes : [];
    const cycles = field.kind === "choice" && field.options !== undefined;
    const named = table.anyOne === true || (table.also ?? []).includes(field);
    const aside = field.kind === "photos" && (field.beside !== undefined || field.always === true);
    const asked = aside ? [] : [t(field.name)];
    return [
      ...asked,
      ...values.map((value) => captionOf(turn, state, field, value)),
      ...(field.optional === true ? [t(field.name, "none")] : []),
      ...(values.includes("other") && field.kind === "reason" ? [t(field.name, "words")] : []),
      ...(field.kind === "photos" && field.always !== true ? [t(field.beside ?? field.name, "send")] : []),
      ...(field.kind === "day" && field.term === true
        ? field.ahead.map((n) => t(field.name, String(n)))
        : []),
      ...(field.kind === "choice" && field.rare === true
        ? ["more", "rare", "further"].map((what) => t(field.name, what))
        : []),
      ...(field.kind === "quantity" ? (field.ready ?? []).map((name) => t(field.name, name)) : []),
      ...(field.kind === "contact" ? ["share", "foreign"].map((what) => t(field.name, what)) : []),
      ...(field.back === undefined ? [] : [t(field.name, "back")]),
      ...(named && !cycles && field.kind !== "photos" ? [t(field.name, "name")] : []),
    ];
  });
  return [
    ...fields,
    ...fieldsOf(table).flatMap((field) =>
      field.kind === "photos" && field.beside !== undefined ? [t(field.beside, "alone")] : [],
    ),
    ...(table.confirm === true ? [t("send")] : []),
    ...(table.anyOne === true ? [turn.t(askKey(state))] : []),
  ];
}

/** Renders the other texts of an entity. */
function sayOfThing({ t, locale }: Turn, { name, forms, lists, captions }: AnyEntity): string[] {
  const pages = Object.keys(lists?.pages ?? {});
  const listed = pages.flatMap((list) => [list, `title_${list}`, `empty_${list}`]);
  return [
    ...Object.keys(forms).flatMap((form) => [t(doneKey(name, form)), captions[locale][form] ?? ""]),
    ...(lists === undefined
      ? []
      : ["empty", ...listed].map((rest) => t(listKey(name, rest), { number: "2" }))),
  ];
}

test("every action of an entity has a place among the buttons of its card", () => {
  const entities = ALL.flatMap(({ entity }) => entity ?? []);
  expect(entities.length).toBeGreaterThan(0);
  for (const { name, card, forms } of entities) {
    const lost = Object.keys(forms).filter((action) => !card.actions.includes(action));
    expect({ name, lost }).toEqual({ name, lost: [] });
  }
});

test.each(["ru", "en"] as const)("every form and every thing has its words: %s", (locale) => {
  const missing: string[] = [];
  const translate = botTranslator(locale);
  const t: typeof translate = (key, values) => {
    try {
      return translate(key, values);
    } catch {
      missing.push(key);
      return key;
    }
  };
  const turn = { locale, t } as unknown as Turn;
  const entities = ALL.flatMap(({ entity }) => entity ?? []);
  const said = [
    ...entities.flatMap((entity) => sayOfThing(turn, entity)),
    ...FORMS.flatMap((feature) => Object.keys(feature.forms).flatMap((form) => say(turn, feature, form))),
  ];
  expect(missing).toEqual([]);
  expect(said.length).toBeGreaterThan(150);
  expect(said).not.toContain("");
});
