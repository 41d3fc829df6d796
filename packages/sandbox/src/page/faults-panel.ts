import { api, type Fault } from "./api.ts";
import { button, element, showError } from "./dom.ts";
import { texts } from "./texts.ts";

const kinds = [
  "429",
  "500",
  "html502",
  "timeoutBefore",
  "timeoutAfter",
  "reset",
  "duplicateUpdates",
  "reorderUpdates",
  "down",
];
const methods = ["sendMessage", "editMessageText", "answerCallbackQuery", "getFile", "getUpdates"];

/** Faults, limits and object store outage, behind one button. */
export function faultsPanel(): HTMLElement {
  const kind = element(
    "select",
    { "data-testid": "fault-kind" },
    ...kinds.map((name) => element("option", {}, name)),
  );
  const method = element(
    "select",
    { "data-testid": "fault-method" },
    element("option", { value: "" }, texts.anyMethod),
    ...methods.map((name) => element("option", {}, name)),
  );
  const count = element("input", {
    type: "number",
    min: "1",
    max: "1000",
    value: "1",
    "data-testid": "fault-count",
  });
  const active = element("p", { "data-testid": "faults" });
  const limits = toggle(texts.limits, "limits", (on) => api.setLimits(on));
  const store = toggle(texts.storeDown, "store-down", (down) => api.setStore(down));

  const inject = button(texts.inject, { class: "primary", "data-testid": "fault-add" }, async () => {
    const lasting = kind.value === "down";
    show(
      await api.addFault({
        kind: kind.value,
        ...(method.value === "" ? {} : { method: method.value }),
        ...(lasting ? {} : { count: Number(count.value) }),
      }),
    );
  });
  const clear = button(texts.clearFaults, { "data-testid": "fault-clear" }, async () =>
    show(await api.clearFaults()),
  );

  const panel = element(
    "div",
    { class: "panel" },
    element("label", {}, texts.faultKind, kind),
    element("label", {}, texts.faultMethod, method),
    element("label", {}, texts.faultCount, count),
    inject,
    active,
    clear,
    limits.label,
    store.label,
    element("p", {}, texts.offlineNote),
  );
  const root = element(
    "details",
    { "data-testid": "faults-panel" },
    element("summary", {}, texts.faults),
    panel,
  );

  function show(faults: readonly Fault[]): void {
    active.textContent = faults
      .map((fault) => [fault.kind, fault.method, fault.count && `× ${fault.count}`].filter(Boolean).join(" "))
      .join("; ");
    root.classList.toggle("active", faults.length > 0);
  }
  async function load(): Promise<void> {
    const [faults, limit, objectStore] = await Promise.all([api.faults(), api.limits(), api.store()]);
    show(faults);
    limits.input.checked = limit.on;
    store.input.checked = objectStore.down;
  }
  root.addEventListener("toggle", () => void load().catch(showError));
  void load().catch(showError);
  return root;
}

function toggle(text: string, testId: string, change: (on: boolean) => Promise<unknown>) {
  const input = element("input", { type: "checkbox", "data-testid": testId });
  input.addEventListener("change", () => void change(input.checked).catch(showError));
  return { input, label: element("label", {}, text, input) };
}
