type Attributes = Record<string, string | boolean | undefined>;
type Child = Node | string | undefined | false;

/** Creates an element; the caller adds event handlers. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return node;
}

/** A button with its handler; errors of the handler are shown. */
export function button(label: string, attributes: Attributes, press: () => unknown): HTMLButtonElement {
  const node = element("button", { type: "button", ...attributes }, label);
  node.addEventListener("click", () => {
    const work = press();
    if (work instanceof Promise) work.catch(showError);
  });
  return node;
}

export function byId(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (!node) throw new Error(`The page has no #${id}`);
  return node;
}

/** A notice that disappears by itself. */
export function toast(text: string, kind: "plain" | "bad" = "plain"): void {
  const note = element("div", { class: `toast ${kind}`, "data-testid": "toast" }, text);
  byId("toasts").append(note);
  setTimeout(() => note.remove(), 4000);
}

export function showError(error: unknown): void {
  toast(error instanceof Error ? error.message : String(error), "bad");
}

/** Asks in a dialog; returns the id of the pressed button, undefined when dismissed. */
export function ask(
  text: string,
  choices: readonly { id: string; text: string }[],
  ...extra: Node[]
): Promise<string | undefined> {
  const buttons = choices.map(({ id, text: label }) => element("button", { value: id }, label));
  const form = element(
    "form",
    { method: "dialog" },
    element("p", {}, text),
    ...extra,
    element("div", { class: "row" }, ...buttons),
  );
  const dialog = element("dialog", { "data-testid": "dialog" }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "" ? undefined : dialog.returnValue);
    });
  });
}
