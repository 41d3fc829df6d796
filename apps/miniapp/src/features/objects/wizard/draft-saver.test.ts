import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError, NetworkError } from "../../../shared/api/api-error.ts";
import { createDraftSaver, type SaveState } from "./draft-saver.ts";
import { typedFrom, type TypedDraft } from "./typed-draft.ts";

type Body = { step: number; version?: number; data: { object?: { name?: string } } };

const typed = (name: string): TypedDraft => {
  const empty = typedFrom({});
  return { ...empty, object: { ...empty.object, name } };
};

/** A server that holds one draft, fails as often as it is told to, and repeats an answer for a known key. */
function server(version = 1) {
  const state = { version, failures: [] as Error[], bodies: [] as Body[], keys: [] as string[] };
  const take = async (body: object, key: string) => {
    const failure = state.failures.shift();
    if (failure !== undefined) throw failure;
    const asked = body as Body;
    if (asked.version !== undefined && asked.version !== state.version) {
      throw new ApiError(409, { code: "version_conflict", message: "", requestId: "" });
    }
    state.bodies.push(asked);
    state.keys.push(key);
    if (asked.version !== undefined) state.version += 1;
    return { id: 7, version: state.version };
  };
  const api = {
    createDraft: take,
    saveDraft: (_id: number, body: object, key: string) => take(body, key),
    getDraft: async () => ({ id: 7, version: state.version }),
  };
  return { state, api };
}

const said: SaveState["kind"][] = [];
const created: number[] = [];
const told = {
  onState: ({ kind }: SaveState) => void said.push(kind),
  onCreated: ({ id }: { id: number }) => void created.push(id),
  units: () => new Map(),
};
const nameOf = (body: Body | undefined) => body?.data.object?.name;

beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
  created.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test("a new draft is created once, with the last of what was typed, and changed from then on", async () => {
  const { state, api } = server();
  const saver = createDraftSaver(null, told, api);
  saver.change(typed("С"), [1]);
  saver.change(typed("СПК"), [1]);
  await vi.advanceTimersByTimeAsync(700);
  expect(state.bodies.map(nameOf)).toEqual(["СПК"]);
  expect(created).toEqual([7]);
  saver.change(typed("СПК Атриум"), [1, 2]);
  await saver.flush();
  expect(state.bodies.map(({ step }) => step)).toEqual([1, 1, 2]);
  expect(said.at(-1)).toBe("saved");
  expect(saver.isClean()).toBe(true);
});

test("without a network the same request goes again under its key, then what was typed meanwhile", async () => {
  const { state, api } = server();
  state.failures.push(new NetworkError("no answer"));
  const saver = createDraftSaver({ id: 7, version: 1 }, told, api);
  saver.change(typed("один"), [1]);
  await vi.advanceTimersByTimeAsync(700);
  expect(said.at(-1)).toBe("waiting");
  saver.change(typed("два"), [1]);
  await vi.advanceTimersByTimeAsync(6000);
  expect(state.bodies.map(nameOf)).toEqual(["один", "два"]);
  expect(new Set(state.keys).size).toBe(2);
  expect(said.at(-1)).toBe("saved");
});

test("what another device saved meanwhile gives way to what was typed here", async () => {
  const { state, api } = server(5);
  const saver = createDraftSaver({ id: 7, version: 1 }, told, api);
  saver.change(typed("здесь"), [1]);
  expect(await saver.flush()).toEqual({ id: 7, version: 6 });
  expect(state.bodies.map(nameOf)).toEqual(["здесь"]);
});

test("a refusal is told, nothing is given up, and the next change tries again", async () => {
  const { state, api } = server();
  state.failures.push(
    new ApiError(422, { code: "validation_failed", message: "Слишком длинно", requestId: "" }),
  );
  const saver = createDraftSaver({ id: 7, version: 1 }, told, api);
  saver.change(typed("х"), [1]);
  expect(await saver.flush()).toBeNull();
  expect(said.at(-1)).toBe("refused");
  saver.change(typed("ц"), [1]);
  expect(await saver.flush()).toMatchObject({ version: 2 });
  expect(state.bodies.map(nameOf)).toEqual(["ц"]);
});
