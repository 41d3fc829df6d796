const ru = {
  bar: "Подписи",
  sign: "Подписать",
  remark: "Замечание к строкам",
  title: "Подпись",
  mine: (count: number) => `Ваши строки: ${count}`,
  content: "Содержание",
  final: "Подпись не отменяется. Если что-то не так, отметьте строки и напишите замечание",
  now: "Подписываю",
  signed: "Подписано",
};

const en: typeof ru = {
  bar: "Signatures",
  sign: "Sign",
  remark: "Remark on rows",
  title: "Signature",
  mine: (count) => `Your rows: ${count}`,
  content: "Content",
  final: "A signature is not taken back. If something is wrong, choose rows and write a remark",
  now: "I sign",
  signed: "Signed",
};

export const signWords = { ru, en };
