/** What sheets say of themselves; questions and values stand with the forms in the contracts. */
const ru = {
  search: "Фамилия или имя",
  nobody: "Пока никому",
  nobodyFound: "Никого не нашли",
  noDay: "Без срока",
  otherNumber: "Другое число",
  upTo: (count: number) => `до ${count}`,
  all: (quantity: string) => `Всё · ${quantity}`,
  notSent: "Не отправлено",
  photosOnTheirWay: "Фото ещё отправляются",
  missing: {
    photos: (count: number) => `Не хватает фото: ${count}`,
    items: (count: number) => `Не отмечено пунктов: ${count}`,
  },
};

const en: typeof ru = {
  search: "Surname or name",
  nobody: "Nobody yet",
  nobodyFound: "Nobody was found",
  noDay: "No date",
  otherNumber: "Another number",
  upTo: (count) => `up to ${count}`,
  all: (quantity) => `All · ${quantity}`,
  notSent: "Not sent",
  photosOnTheirWay: "Photos are still on their way",
  missing: {
    photos: (count) => `Photos missing: ${count}`,
    items: (count) => `Items not ticked: ${count}`,
  },
};

export const formWords = { ru, en };
