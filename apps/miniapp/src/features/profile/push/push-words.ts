const ru = {
  title: "Уведомления в этом браузере",
  hint: "Если Telegram не взял сообщение вовремя, оно придёт сюда, один раз. Тихие часы и выходные те же",
  on: "Вкл.",
  off: "Выкл.",
  try: "Проверить",
  switchedOn: "Уведомления в этом браузере включены",
  switchedOff: "Уведомления в этом браузере выключены",
  tried: "Отправлено: уведомление придёт через несколько секунд",
  notAllowed: "Браузер не разрешил уведомления",
  failed: "Браузер не смог подписаться на уведомления. Проверьте сеть и попробуйте ещё раз",
  homescreen:
    "На iPhone и iPad уведомления приходят только приложению с экрана «Домой»: нажмите «Поделиться» → «На экран „Домой“», откройте STSphera оттуда и включите их здесь",
  unsupported:
    "Этот браузер не умеет показывать уведомления. Откройте STSphera в Chrome, Firefox, Edge или Safari поновее, не в приватном окне",
  denied:
    "Уведомления запрещены в настройках браузера. Нажмите на значок слева от адреса, разрешите уведомления для этого сайта и обновите страницу",
};

const en: typeof ru = {
  title: "Notifications in this browser",
  hint: "When Telegram does not take a message in time, it comes here, once. Quiet hours and days off are the same",
  on: "On",
  off: "Off",
  try: "Try it out",
  switchedOn: "Notifications are on in this browser",
  switchedOff: "Notifications are off in this browser",
  tried: "Sent: the notification comes within a few seconds",
  notAllowed: "The browser did not allow notifications",
  failed: "The browser could not subscribe to notifications. See to the network and try again",
  homescreen:
    'On iPhone and iPad only an app on the home screen gets notifications: press "Share" → "Add to Home Screen", open STSphera from there and switch them on here',
  unsupported:
    "This browser cannot show notifications. Open STSphera in a newer Chrome, Firefox, Edge or Safari, not in a private window",
  denied:
    "Notifications are forbidden in the settings of the browser. Press the sign left of the address, allow notifications for this page and reload the page",
};

export const pushWords = { ru, en };
