const ru = {
  until: (clock: string) => `Действует до ${clock}`,
  copy: "Скопировать ссылку",
  copied: "Ссылка скопирована",
  notCopied: "Не скопировалось. Выделите ссылку и скопируйте сами",
  open: "Открыть в браузере",
  qr: "QR-код ссылки",
};

const en: typeof ru = {
  until: (clock) => `Works until ${clock}`,
  copy: "Copy the link",
  copied: "The link is copied",
  notCopied: "It was not copied. Select the link and copy it yourself",
  open: "Open in a browser",
  qr: "QR code of the link",
};

export const linkWords = { ru, en };
