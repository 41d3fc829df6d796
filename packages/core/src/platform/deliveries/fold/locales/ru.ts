/** Texts of the message that lists several. */
export const foldRu = {
  title_one: "🗂 {count} новое событие",
  title_few: "🗂 {count} новых события",
  title_many: "🗂 {count} новых событий",
  title_other: "🗂 {count} нового события",
  important_one: "⚠️ {count} важное событие",
  important_few: "⚠️ {count} важных события",
  important_many: "⚠️ {count} важных событий",
  important_other: "⚠️ {count} важного события",
  behalf: "по замещению: {name}",
  more: "и ещё {number}",
  settled: "🗂 Всё отсюда уже разобрано",
  open: "Открыть список",
};
