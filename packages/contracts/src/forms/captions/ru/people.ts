/** Questions of the forms of user access, for both the bot and the Mini App. */
export const people = {
  "ask.admin.search.search": "Напишите часть имени или фамилии.",
  "ask.admin.deactivate.reason": "Почему доступ закрывают? Напишите одним сообщением.",
  "ask.admin.reactivate.reason": "Почему доступ открывают снова? Напишите одним сообщением.",
  "ask.registration.register.fullName": "Напишите имя и фамилию. Например: Сергей Белов",
  "ask.registration.register.phone": "По нему вас узнает администратор. В чатах номер не виден.",
  "ask.registration.register.phone.share": "Отправить мой номер",
  "ask.registration.register.phone.none": "Без телефона",
  "ask.registration.register.phone.typed":
    "Номер не набирают: его отправляет кнопка «Отправить мой номер» под полем ввода. Можно и «Без телефона».",
  "ask.registration.register.phone.foreign": "Это номер другого человека. Нажмите «Отправить мой номер».",
  "ask.registration.rename.fullName": "Напишите имя и фамилию. Например: Сергей Белов",
  "ask.newcomer.approve.role": "Какая роль?",
  "ask.newcomer.refuse.reason": "Почему отказываете?",
  "ask.own_deputy.name.deputyId": "Кто заменит вас?",
  "ask.own_deputy.name.fromDay": "С какого дня?",
  "ask.own_deputy.name.toDay": "По какой день?",
  "ask.own_deputy.name.objectId": "На каких объектах?",
  "done.own_deputy.name": "Заместитель назначен",
  "done.own_deputy.end": "Замещение завершено",
  "done.newcomer.approve": "Доступ открыт",
  "done.newcomer.refuse": "Отказано",
} as const;
