import { api, type ClockView } from "./api.ts";
import { button, element, showError } from "./dom.ts";
import type { Phone, PhoneSettings } from "./phone.ts";
import { faultsPanel } from "./faults-panel.ts";
import { texts } from "./texts.ts";
import type { ThemeName } from "./theme.ts";

const clockMs = 1000;

/** The top bar: development clock, phone theme and platform, faults. */
export function renderControls(root: HTMLElement, settings: PhoneSettings, phone: () => Phone): void {
  const theme = select(texts.theme, "theme", Object.entries(texts.themes), settings.theme, (value) => {
    settings.theme = value as ThemeName;
    phone().changeTheme();
  });
  const platforms = ["android", "ios", "tdesktop"].map((name): [string, string] => [name, name]);
  const platform = select(texts.platform, "platform", platforms, settings.platform, (value) => {
    settings.platform = value;
  });
  root.replaceChildren(
    element("span", { class: "brand" }, texts.brand),
    ...clockControls(),
    theme,
    platform,
    faultsPanel(),
  );
}

function select(
  label: string,
  testId: string,
  options: [value: string, text: string][],
  chosen: string,
  change: (value: string) => void,
): HTMLSelectElement {
  const items = options.map(([value, text]) =>
    element("option", { value, selected: value === chosen }, text),
  );
  const node = element("select", { "aria-label": label, "data-testid": testId }, ...items);
  node.addEventListener("change", () => change(node.value));
  return node;
}

function clockControls(): HTMLElement[] {
  const face = element("time", { class: "clock", "data-testid": "clock" });
  let frozen = false;
  const freeze = button(texts.freeze, { "data-testid": "clock-freeze" }, () => move({ freeze: !frozen }));

  function show(clock: ClockView): void {
    frozen = clock.frozen;
    face.dateTime = clock.now;
    face.textContent = new Date(clock.now).toLocaleString("ru", {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    face.classList.toggle("frozen", frozen);
    freeze.textContent = frozen ? texts.unfreeze : texts.freeze;
  }
  async function move(change: Parameters<typeof api.moveClock>[0]): Promise<void> {
    show(await api.moveClock(change));
  }
  async function follow(): Promise<void> {
    show(await api.clock());
    setTimeout(() => void follow().catch(showError), clockMs);
  }

  void follow().catch(showError);
  return [
    face,
    button(texts.now, { "data-testid": "clock-now" }, () =>
      move({ now: new Date().toISOString(), freeze: false }),
    ),
    button(texts.hour, { "data-testid": "clock-hour" }, () => move({ advanceSeconds: 3600 })),
    button(texts.day, { "data-testid": "clock-day" }, () => move({ advanceSeconds: 24 * 3600 })),
    freeze,
  ];
}
