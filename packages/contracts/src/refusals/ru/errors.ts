import type { ErrorCode } from "../../vocabulary.ts";

/** General message of each error code, if nothing more exact is known. */
export const errors: Readonly<Record<ErrorCode, string>> = {
  unauthenticated: "Вход не выполнен или устарел. Войдите ещё раз.",
  forbidden: "Нет права на это действие.",
  not_found: "Не найдено. Возможно, это удалено или объект вам не открыт.",
  validation_failed: "Данные заполнены неверно.",
  invalid_transition: "Из текущего состояния так перейти нельзя.",
  version_conflict: "Уже изменилось. Обновите и повторите.",
  conflict: "Этому мешает другая запись. Обновите и повторите.",
  possible_duplicate: "Похожая запись этой бригады уже есть. Подтвердите, если это не повтор.",
  idempotency_mismatch: "С этим ключом уже был другой запрос.",
  in_progress: "Этот же запрос ещё выполняется.",
  payload_too_large: "Запрос больше 1 МБ.",
  unsupported_media_type: "Тело запроса должно быть в JSON (application/json, UTF-8).",
  rate_limited: "Слишком часто. Повторите через {seconds} с.",
  unavailable: "Сервис сейчас недоступен. Повторите чуть позже.",
  internal: "Не получилось, ничего не записано. Сообщите код запроса, если это повторится.",
};
