import { expect, test } from "vitest";
import { dataOf, typedFrom, type TypedDraft } from "./typed-draft.ts";

const UNITS = new Map([
  [1, "шт"],
  [2, "м²"],
] as const);
const empty = typedFrom({});
const filled: TypedDraft = {
  ...empty,
  object: {
    ...empty.object,
    name: "СПК Атриум",
    budget: "12 000,5",
    deadline: "2027-10-17",
    facadeTypes: ["spk"],
  },
  members: [{ userId: 4, roles: ["supply"] }],
  facades: [
    { code: "Ю", name: "Юг" },
    { code: "З", name: "Запад" },
  ],
  floors: "1–3, тех",
  works: [1, 2],
  cells: { "Ю|1|1": "36", "Ю|тех|2": "129,6", "З|2|1": "1,5", "З|1|1": "", "С|1|1": "9", "Ю|9|1": "9" },
  schedule: { template: "nvf", startOn: "2026-10-12" },
};

test("what was saved comes back as it was typed", () => {
  const data = ([1, 2, 3, 4, 5] as const).reduce(
    (all, step) => ({ ...all, ...dataOf(step, filled, UNITS) }),
    {},
  );
  const back = typedFrom(data);
  expect(back).toMatchObject({ ...filled, cells: {} });
  expect(back.cells).toEqual({ "Ю|1|1": "36", "Ю|тех|2": "129,6" });
});

test("what the server would refuse is left out until it is right", () => {
  const odd = { ...filled.object, name: " ", budget: "много", deadline: "0202-01-01", facadeTypes: [] };
  expect(dataOf(1, { ...filled, object: odd }, UNITS).object).toEqual({
    city: "",
    address: "",
    customer: "",
    timeZone: "Europe/Moscow",
    workWeek: [1, 2, 3, 4, 5],
    followTransfers: true,
  });
});

test("without a template there is no schedule yet; a day that is not typed to its end is none", () => {
  const schedule = (template: string, startOn: string) =>
    dataOf(5, { ...filled, schedule: { template, startOn } }, UNITS).schedule;
  expect(schedule("", "2026-10-12")).toBeNull();
  expect(schedule("nvf", "0002-10-12")).toEqual({ template: "nvf", startOn: null });
});
