import { ask, toast } from "./dom.ts";
import type { HostView, NativeButton } from "./host-view.ts";
import { texts } from "./texts.ts";

type EventData = Record<string, unknown>;

const insets = { top: 0, bottom: 0, left: 0, right: 0 };

/** Telegram's side of Mini App events: JSON strings over postMessage with one frame of one origin. */
export class WebAppHost {
  confirmsClosing = false;
  readonly #frame: HTMLIFrameElement;
  readonly #origin: string;
  readonly #view: HostView;
  #phone: string | null = null;
  readonly #stop = new AbortController();

  constructor(frame: HTMLIFrameElement, origin: string, view: HostView) {
    this.#frame = frame;
    this.#origin = origin;
    this.#view = view;
    window.addEventListener("message", (event) => this.#receive(event), { signal: this.#stop.signal });
  }

  send(eventType: string, eventData: EventData = {}): void {
    this.#frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), this.#origin);
  }

  stop(): void {
    this.#stop.abort();
  }

  #receive(event: MessageEvent): void {
    if (event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
    if (typeof event.data !== "string") return;
    const { eventType, eventData } = JSON.parse(event.data) as { eventType?: string; eventData?: unknown };
    const data = typeof eventData === "object" && eventData !== null ? (eventData as EventData) : {};
    this.#handlers[eventType ?? ""]?.(data);
  }

  readonly #handlers: Record<string, (data: EventData) => void> = {
    iframe_ready: () => this.#sendViewport(),
    web_app_ready: () => this.#frame.setAttribute("data-ready", "true"),
    web_app_expand: () => this.#sendViewport(),
    web_app_request_theme: () => this.send("theme_changed", { theme_params: this.#view.theme() }),
    web_app_request_viewport: () => this.#sendViewport(),
    web_app_request_safe_area: () => this.send("safe_area_changed", insets),
    web_app_request_content_safe_area: () => this.send("content_safe_area_changed", insets),
    web_app_setup_back_button: ({ is_visible: visible }) => this.#view.showBack(visible === true),
    web_app_setup_main_button: (data) => {
      this.#view.showMain(nativeButton(data));
      this.#sendViewport();
    },
    web_app_setup_secondary_button: (data) => {
      this.#view.showSecondary(nativeButton(data));
      this.#sendViewport();
    },
    web_app_setup_closing_behavior: ({ need_confirmation: needed }) => {
      this.confirmsClosing = needed === true;
    },
    web_app_set_header_color: ({ color, color_key: key }) =>
      this.#view.showHeader(
        colorOf(color) ?? this.#view.theme()[`${String(key).replace(/_color$/, "")}_color`],
      ),
    web_app_trigger_haptic_feedback: () => this.#view.buzz(),
    web_app_open_link: ({ url }) => {
      if (typeof url !== "string" || !/^https?:\/\//i.test(url)) return;
      toast(`${texts.openedLink}: ${url}`);
      this.#view.openLink(url);
    },
    web_app_open_tg_link: ({ path_full: path }) => {
      if (typeof path === "string")
        this.#view.openLink(`https://t.me${path.startsWith("/") ? "" : "/"}${path}`);
    },
    web_app_open_popup: (data) => void this.#popup(data),
    web_app_request_phone: () => void this.#requestPhone(),
    web_app_invoke_custom_method: ({ req_id: id, method }) =>
      this.send(
        "custom_method_invoked",
        method === "getRequestedContact" && this.#phone !== null
          ? { req_id: id, result: contactOf(this.#phone) }
          : { req_id: id, error: "UNSUPPORTED" },
      ),
    web_app_request_fullscreen: () => this.send("fullscreen_failed", { error: "UNSUPPORTED" }),
    web_app_close: () => this.#view.close(),
  };

  #sendViewport(): void {
    // Native buttons take their space first.
    requestAnimationFrame(() => {
      const { clientWidth: width, clientHeight: height } = this.#frame;
      this.send("viewport_changed", { width, height, is_expanded: true, is_state_stable: true });
    });
  }

  async #requestPhone(): Promise<void> {
    this.#phone = await this.#view.sharePhone();
    this.send("phone_requested", { status: this.#phone === null ? "cancelled" : "sent" });
  }

  async #popup({ title, message, buttons }: EventData): Promise<void> {
    const list = Array.isArray(buttons) ? (buttons as { id?: string; text?: string; type?: string }[]) : [];
    const choices = list.map(({ id = "", text, type }) => ({ id, text: text ?? type ?? "" }));
    const words = [title, message].filter((part) => typeof part === "string" && part !== "").join("\n");
    const chosen = await ask(words, choices.length > 0 ? choices : [{ id: "", text: texts.close }]);
    this.send("popup_closed", chosen === undefined ? {} : { button_id: chosen });
  }
}

function nativeButton(data: EventData): NativeButton {
  return {
    visible: data["is_visible"] === true,
    text: typeof data["text"] === "string" ? data["text"] : "",
    active: data["is_active"] !== false,
    busy: data["is_progress_visible"] === true,
    color: colorOf(data["color"]),
    textColor: colorOf(data["text_color"]),
  };
}

/** As Telegram hands out a shared contact: a query string, here without a signature. */
const contactOf = (phone: string): string =>
  new URLSearchParams({ contact: JSON.stringify({ phone_number: phone }) }).toString();

function colorOf(value: unknown): string | undefined {
  return typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
}
