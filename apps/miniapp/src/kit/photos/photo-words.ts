import { queueWords } from "../../shared/i18n/queue-words.ts";

/** What is said of photos wherever they are taken or looked at. */
const ru = {
  photo: "Фото",
  photos: (count: number) => `фото ${count}`,
  take: "Снять или выбрать",
  inQueue: queueWords.ru.inQueue,
  photoFailed: "не дошло",
  photoAlien: "это не фото",
  photoRetry: "Повторить",
  photoRemove: "Убрать фото",
  photoSending: "идёт",
  viewer: {
    title: (index: number, count: number) => `Фото ${index} из ${count}`,
    previous: "Предыдущее",
    next: "Следующее",
    failed: "Фото не открылось",
  },
};

const en: typeof ru = {
  photo: "Photos",
  photos: (count) => `photos ${count}`,
  take: "Take or choose",
  inQueue: queueWords.en.inQueue,
  photoFailed: "did not get through",
  photoAlien: "not a photo",
  photoRetry: "Retry",
  photoRemove: "Remove the photo",
  photoSending: "sending",
  viewer: {
    title: (index, count) => `Photo ${index} of ${count}`,
    previous: "Previous",
    next: "Next",
    failed: "The photo did not open",
  },
};

export const photoWords = { ru, en };
