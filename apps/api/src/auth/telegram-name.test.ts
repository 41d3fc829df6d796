import { expect, test } from "vitest";
import { nameOf } from "./telegram-name.ts";

test.each([
  ["a joined emoji stays whole", { firstName: "👷‍♂️ Сергей" }, "👷‍♂️ Сергей"],
  ["a long one is cut between characters", { firstName: `a${"🏗".repeat(63)}` }, `a${"🏗".repeat(39)}`],
  ["a blank one gives way to the username", { firstName: "\u3164", username: "prorab_x" }, "prorab_x"],
  ["a blank first name leaves the surname", { firstName: "\u3164", lastName: "Белов" }, "Белов"],
  [
    "marks that turn the text are dropped",
    { firstName: "\u202eСергей", lastName: "Бе\nлов" },
    "Сергей Бе лов",
  ],
  ["half a character is dropped", { firstName: "Сергей \ud83c", lastName: "Белов" }, "Сергей Белов"],
  ["only marks and no username", { firstName: "\u200f", lastName: "\u2800" }, null],
])("%s", (_what, user, name) => expect(nameOf(user)).toBe(name));
