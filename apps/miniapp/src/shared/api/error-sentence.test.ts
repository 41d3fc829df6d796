import { expect, test, vi } from "vitest";
import { ApiError, apiErrorFrom, NetworkError, WordedRefusal } from "./api-error.ts";
import { errorSentence, refusesField } from "./error-sentence.ts";

vi.hoisted(() => vi.stubGlobal("localStorage", { getItem: () => null }));

const refusal = apiErrorFrom(
  422,
  {
    error: {
      code: "validation_failed",
      message: "Данные заполнены неверно.",
      requestId: "r1",
      details: [{ path: "reason", reason: "reason_of_correction", message: "Нужна причина" }],
    },
  },
  null,
);

test("a refused field speaks for itself", () => {
  expect(errorSentence(refusal)).toBe("Нужна причина");
  expect(refusesField(refusal, "reason")).toBe(true);
  expect(refusesField(refusal, "quantity")).toBe(false);
});

test("a refusal that the app words itself is told as it is", () => {
  const refused = new WordedRefusal(403, {
    code: "forbidden",
    message: "В чужой роли можно только смотреть",
  });
  expect(errorSentence(refused)).toBe("В чужой роли можно только смотреть");
});

test("without fields the server's sentence is told", () => {
  const conflict = new ApiError(409, { code: "conflict", message: "Уже подтверждено", requestId: "r2" });
  expect(errorSentence(conflict)).toBe("Уже подтверждено");
});

test("an answer that is not the server's own becomes an error too", () => {
  const gateway = apiErrorFrom(502, null, "5");
  expect([gateway.code, gateway.retryAfter]).toEqual(["unavailable", 5]);
  expect(apiErrorFrom(500, "<html>", "soon").retryAfter).toBe(0);
});

test.each([
  new TypeError("Failed to fetch dynamically imported module"),
  new DOMException("Encountered full disk while opening backing store", "QuotaExceededError"),
  "AbortError",
  apiErrorFrom(413, "<html>Request Entity Too Large</html>", null),
  apiErrorFrom(500, null, null),
])("what is in no language of ours is told in the reader's: %s", (error) => {
  expect(errorSentence(error)).toBe("Не получилось. Повторите");
});

test("silence and a server that is away are told in the reader's language, no matter who spoke for them", () => {
  expect(errorSentence(new NetworkError("No answer"))).toBe("Нет сети. Повторите при связи");
  const door = { error: { code: "unavailable", message: "The service is not running at the moment." } };
  expect(errorSentence(apiErrorFrom(503, door, "1"))).toBe("Не отвечает сервер. Повторите чуть позже");
  expect(errorSentence(apiErrorFrom(502, null, null))).toBe("Не отвечает сервер. Повторите чуть позже");
});
