/** «Доступ закрыт. Если это ошибка, …»: the first sentence is the title, the rest the line under it. */
export function splitSentence(text: string): { readonly title: string; readonly line: string } {
  const end = text.search(/[.!?]\s/);
  if (end === -1) return { title: text.replace(/\.$/, ""), line: "" };
  return { title: text.slice(0, end), line: text.slice(end + 1).trim() };
}
