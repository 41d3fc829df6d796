const ru = {
  title: "Вход в STSphera",
  loading: "Проверяем ссылку…",
  passkey: "Войти ключом",
  passkeyLine: "Отпечаток, лицо или код этого устройства. Имя вводить не нужно",
  cancelled: "Вход отменён. Попробуйте ещё раз или войдите по ссылке",
  noPasskeys: "Этот браузер не умеет входить ключом. Войдите по ссылке",
  offline: "Нет сети. Войти можно будет, как только появится связь",
  byLink: "По ссылке из чата",
  byLinkLine:
    "Отправьте боту /login в своём чате и откройте ссылку в этом браузере. Она действует 15 минут и один раз",
  byQr: "С приложения, открытого в Telegram: Профиль → Вход без Telegram → «Ссылка для браузера», и наведите камеру на код",
  neither: "Ничего не работает?",
  neitherLine:
    "Позвоните администратору компании: он сделает одноразовую ссылку и передаст её вам лично, по телефону или СМС",
  who: (name: string) => `Войти как ${name}?`,
  until: (clock: string) => `Ссылка действует до ${clock}`,
  given: (name: string) =>
    `Ссылку сделал администратор: ${name}. Такой вход живёт 7 дней и виден в списке устройств`,
  enter: "Войти",
  notMe: "Это не я",
  retry: "Повторить",
  again: "Другой способ входа",
};

const en: typeof ru = {
  title: "Sign in to STSphera",
  loading: "Checking the link…",
  passkey: "Sign in with a passkey",
  passkeyLine: "Fingerprint, face or code of this device. No name needed",
  cancelled: "Sign-in was cancelled. Try again, or use a link",
  noPasskeys: "This browser cannot use passkeys. Sign in by a link",
  offline: "No network. You can sign in as soon as it is back",
  byLink: "By a link from the chat",
  byLinkLine:
    "Send /login to the bot in your own chat and open the link in this browser. It works once, for 15 minutes",
  byQr: "From the app open in Telegram: Profile → Sign in without Telegram → “Link for a browser”, and point the camera at the code",
  neither: "Nothing works?",
  neitherLine:
    "Call your company's administrator: they make a one-time link and hand it over in person, by phone or SMS",
  who: (name) => `Sign in as ${name}?`,
  until: (clock) => `The link works until ${clock}`,
  given: (name) =>
    `An administrator made this link: ${name}. Such a sign-in lasts 7 days and is listed among your devices`,
  enter: "Sign in",
  notMe: "This is not me",
  retry: "Retry",
  again: "Sign in another way",
};

export const signInWords = { ru, en };
