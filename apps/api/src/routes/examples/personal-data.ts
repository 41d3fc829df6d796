export const consent = {
  givenAt: "2026-09-01T06:30:00.000Z",
  way: "chat",
  text: {
    locale: "ru",
    words: "Нажимая «Начать», вы соглашаетесь на обработку имени, телефона и фото с объекта.",
  },
  withdrawnAt: null,
  askedAt: null,
  dueOn: null,
  mayAskAt: null,
};

export const asked = { withdrawnAt: "2026-09-08T07:00:00.000Z", askedAt: "2026-09-08T07:00:00.000Z" };

export const agreed = { givenAt: "2026-09-08T07:00:00.000Z" };

export const made = {
  key: "6f1c2f8e-5a57-4b3e-9d33-0d7c1c2b9a10",
  fileName: "Персональные данные 12 2026-09-08.json",
  expiresAt: "2026-09-08T07:15:00.000Z",
};
