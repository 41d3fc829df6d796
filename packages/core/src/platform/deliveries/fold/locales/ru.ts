/** Texts of the message that lists several. */
export const foldRu = {
  title_one: "🗂 {count} новое событие",
  title_few: "🗂 {count} новых события",
  title_many: "🗂 {count} новых событий",
  title_other: "🗂 {count} нового события",
  more: "и ещё {number}",
  settled: "🗂 Всё отсюда уже разобрано",
  open: "Открыть список",
};
