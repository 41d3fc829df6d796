/** Answers of an admin to a newcomer's card. */
export const people = {
  "people.choose_role": "Какая роль?",
  "people.choose_reason": "Почему?",
  "people.reason.unknown_person": "Нет такого сотрудника",
  "people.reason.second_request": "Заявка повторная",
  "people.reason.wrong_bot": "Заявка по ошибке",
  "people.decided": "Уже решено: {state}",
} as const;
