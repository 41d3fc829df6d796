import { expect, test } from "vitest";
import { renderPhotoRefused, renderPhotosArrived, renderPhotosLate } from "./photo-messages.ts";

const ru = { locale: "ru", publicUrl: "https://sts.example" } as const;
const en = { locale: "en", publicUrl: "https://sts.example" } as const;
const HAIRLINE = "────────────────";

test("delayed photos of an entry say that the entry is saved", () => {
  expect(renderPhotosLate({ count: 3, entered: true }, ru)).toEqual({
    text: `<b>📷 Фото дойдут позже</b>\n${HAIRLINE}\nЗапись стоит, 3 фото в очереди. Сообщу, когда дойдут.`,
    buttons: [],
  });
  expect(renderPhotosLate({ count: 1, entered: false }, ru).text).not.toContain("Запись");
});

test("photos that arrived are counted", () => {
  expect(renderPhotosArrived({ count: 3 }, ru).text).toContain("На месте  3 фото");
  expect(renderPhotosArrived({ count: 3 }, en).text).toContain("In place  3");
});

test("a refused photo says why and what to do", () => {
  const { text } = renderPhotoRefused({ problem: "heic_not_decodable" }, ru);
  expect(text).toBe(`<b>⚠️ Файл не подошёл</b>\n${HAIRLINE}\nЭтот HEIC не открылся. Пришлите фото в JPG.`);
});
