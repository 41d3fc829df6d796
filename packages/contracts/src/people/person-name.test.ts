import { expect, test } from "vitest";
import { personName } from "./users.ts";

test.each(["Сергей Белов", "Анна-Мария О’Коннор", "Ян 'т Хофт", "Дёмин  Олег".normalize("NFD"), "Ли Ю."])(
  "«%s» is a name",
  (name) => expect(personName.safeParse(name).success).toBe(true),
);

test.each([
  "Сергей",
  "\u3164 \u3164",
  "\u3164 Белов",
  "Сергей \u3164",
  "Сергей .",
  "👷‍♂️ Сергей",
  "prorab_x",
  "",
])("«%s» is none", (name) => expect(personName.safeParse(name).success).toBe(false));
