import { beforeEach, expect, test, vi } from "vitest";
import type { QueueItem } from "./queue-item.ts";

vi.mock("../telegram/host.ts", () => ({ host: { userId: 1 } }));
const { showQueue, whenGone } = await import("./queue-state.ts");
const { dismissToast, showToast, shownToast } = await import("../ui/toast-store.ts");

const item = (key: string) => ({ key }) as QueueItem;

beforeEach(() => {
  vi.useFakeTimers();
  showQueue([]);
});

test("what is told of a waiting thing goes when the thing went, and not a later word in its place", () => {
  showQueue([item("a"), item("b")]);
  const told = showToast("Уйдёт, когда будет сеть: факт");
  whenGone("a", () => dismissToast(told));
  showQueue([item("a")]);
  expect(shownToast()?.id).toBe(told);
  showQueue([]);
  expect(shownToast()).toBeNull();

  showQueue([item("c")]);
  const second = showToast("Уйдёт, когда будет сеть: простой");
  whenGone("c", () => dismissToast(second));
  const other = showToast("Сохранено");
  showQueue([]);
  expect(shownToast()?.id).toBe(other);
});

test("a thing that went before anybody asked is gone at once", () => {
  const then = vi.fn();
  whenGone("x", then);
  showQueue([item("y")]);
  expect(then).toHaveBeenCalledOnce();
});
