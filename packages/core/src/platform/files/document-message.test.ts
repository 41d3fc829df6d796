import { expect, test } from "vitest";
import { renderDocumentRefused } from "./document-message.ts";

const publicUrl = "https://sts.example";
const HAIRLINE = "────────────────";

test("a refused document is named, with the reason and what to do", () => {
  const refused = { name: 'Акт "Б&Ко" <2>.pdf', problem: "type_differs" } as const;
  expect(renderDocumentRefused(refused, { locale: "ru", publicUrl })).toEqual({
    text: `<b>⚠️ Документ не подошёл</b>\n${HAIRLINE}\nАкт &quot;Б&amp;Ко&quot; &lt;2&gt;.pdf\nВнутри не то, что обещает имя файла. Нужен PDF, XLSX, DOCX, DWG или ZIP.`,
    buttons: [],
  });
});

test("every reason has a text in both languages", () => {
  const problems = ["too_large", "type_differs", "damaged", "differs", "gone"] as const;
  for (const locale of ["ru", "en"] as const) {
    const texts = problems.map(
      (problem) => renderDocumentRefused({ name: "a.pdf", problem }, { locale, publicUrl }).text,
    );
    expect(new Set(texts).size).toBe(problems.length);
  }
});
