export const foldEn = {
  title_one: "🗂 {count} new event",
  title_other: "🗂 {count} new events",
  important_one: "⚠️ {count} important event",
  important_other: "⚠️ {count} important events",
  behalf: "for {name}",
  more: "and {number} more",
  settled: "🗂 All of this is settled",
  open: "Open the list",
};
