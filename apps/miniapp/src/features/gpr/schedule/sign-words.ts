const ru = {
  bar: "Подписи",
  signatures: (signed: number, of: number) => `Подписи ${signed} из ${of}`,
  card: "О версии",
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
  signatures: (signed, of) => `Signatures ${signed} of ${of}`,
  card: "About the version",
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
