import { api, type About } from "./api.ts";
import { ask, button, element, toast } from "./dom.ts";
import type { HostView, NativeButton } from "./host-view.ts";
import { directLink, launchUrl, startParamOf } from "./launch-url.ts";
import { texts } from "./texts.ts";
import { themeParams, type ThemeName } from "./theme.ts";
import { WebAppHost } from "./web-app-host.ts";

export type PhoneSettings = { theme: ThemeName; platform: string };

/** The phone on the right: a frame with the Mini App and Telegram's native parts around it. */
export class Phone implements HostView {
  readonly root: HTMLElement;
  readonly #about: About;
  readonly #settings: PhoneSettings;
  readonly #user: () => number | undefined;
  readonly #back = button("←", { "data-testid": "phone-back", hidden: true, "aria-label": texts.back }, () =>
    this.#host?.send("back_button_pressed"),
  );
  readonly #screen = element("div", { class: "screen" });
  readonly #header: HTMLElement;
  readonly #main = button(
    "",
    { class: "native primary", "data-testid": "phone-main-button", hidden: true },
    () => this.#host?.send("main_button_pressed"),
  );
  readonly #secondary = button(
    "",
    { class: "native", "data-testid": "phone-secondary-button", hidden: true },
    () => this.#host?.send("secondary_button_pressed"),
  );
  #host: WebAppHost | undefined;

  constructor(about: About, settings: PhoneSettings, user: () => number | undefined) {
    this.#about = about;
    this.#settings = settings;
    this.#user = user;
    const close = button("✕", { "data-testid": "phone-close", "aria-label": texts.close }, () =>
      this.#askAndClose(),
    );
    const title = element("span", { class: "title" }, texts.phoneTitle);
    this.#header = element("header", {}, this.#back, title, close);
    this.root = element("div", { class: "phone" }, this.#header, this.#screen, this.#secondary, this.#main);
    this.close();
  }

  /** Opens the Mini App like a button in the chat. */
  async open(address: string, startParam = startParamOf(address)): Promise<void> {
    const userId = this.#user();
    if (userId === undefined) return toast(texts.choose);
    const url = new URL(address);
    if (url.origin !== new URL(this.#about.miniAppUrl).origin) return toast(texts.foreignApp, "bad");
    const { initData } = await api.initData(userId, startParam);
    const theme = themeParams[this.#settings.theme];
    const frame = element("iframe", {
      "data-testid": "phone-frame",
      title: texts.phoneTitle,
      allow: "camera; clipboard-write; geolocation",
    });
    this.close();
    this.#host = new WebAppHost(frame, url.origin, this);
    this.#screen.replaceChildren(frame);
    frame.src = launchUrl({ url: address, initData, platform: this.#settings.platform, theme, startParam });
  }

  /** Opens an address: the Mini App's direct link in the phone, others in a new tab. */
  openLink(url: string): void {
    const direct = directLink(url, this.#about.bot.username, this.#about.appShortName);
    if (direct) void this.open(this.#about.miniAppUrl, direct.startParam);
    else window.open(url, "_blank", "noopener,noreferrer");
  }

  close(): void {
    this.#host?.stop();
    this.#host = undefined;
    this.showBack(false);
    this.showMain({ visible: false });
    this.showSecondary({ visible: false });
    this.showHeader(undefined);
    const open = button(texts.openApp, { class: "primary", "data-testid": "open-app" }, () =>
      this.open(this.#about.miniAppUrl),
    );
    this.#screen.replaceChildren(element("div", { class: "idle" }, element("p", {}, texts.phoneIdle), open));
  }

  changeTheme(): void {
    this.#host?.send("theme_changed", { theme_params: this.theme() });
  }

  theme(): Record<string, string> {
    return themeParams[this.#settings.theme];
  }

  showBack(visible: boolean): void {
    this.#back.hidden = !visible;
  }

  showMain(state: NativeButton): void {
    paint(this.#main, state);
  }

  showSecondary(state: NativeButton): void {
    paint(this.#secondary, state);
  }

  showHeader(color: string | undefined): void {
    this.#header.style.backgroundColor = color ?? "";
    this.#header.style.color = color === undefined ? "" : contrastOf(color);
  }

  buzz(): void {
    this.root.classList.remove("buzz");
    requestAnimationFrame(() => this.root.classList.add("buzz"));
  }

  async sharePhone(): Promise<string | null> {
    const userId = this.#user();
    const choices = [
      { id: "", text: texts.cancel },
      { id: "share", text: texts.sharePhone },
    ];
    if (userId === undefined || (await ask(texts.sharePhoneAsk, choices)) !== "share") return null;
    const { messageIds } = await api.send(userId, { from: userId, contact: true });
    const sent = (await api.messages(userId)).find(({ messageId }) => messageId === messageIds[0]);
    return sent?.contact?.phoneNumber ?? null;
  }

  async #askAndClose(): Promise<void> {
    if (this.#host?.confirmsClosing) {
      const choices = [
        { id: "", text: texts.cancel },
        { id: "close", text: texts.close },
      ];
      if ((await ask(texts.closeAsk, choices)) !== "close") return;
    }
    this.close();
  }
}

function paint(
  node: HTMLButtonElement,
  { visible, text = "", active = true, busy = false, color, textColor }: NativeButton,
): void {
  node.hidden = !visible;
  node.textContent = busy ? "…" : text;
  node.disabled = !active || busy;
  node.style.backgroundColor = color ?? "";
  node.style.color = textColor ?? "";
}

function contrastOf(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? "#14161a" : "#eef0f4";
}
