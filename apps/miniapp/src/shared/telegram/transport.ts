import { trustedParentOrigin } from "./parent-origin.ts";

export type HostEvent = { readonly type: string; readonly data: unknown };
export type Listener = (event: HostEvent) => void;

/** A way to the app that shows us. `kind` tells who draws the buttons: Telegram's own shell, or we. */
export type Transport = {
  readonly kind: "native" | "frame" | "browser";
  post: (type: string, data: unknown) => void;
  listen: (listener: Listener) => void;
};

type Proxy = { postEvent: (type: string, data: string) => void };
type NativeWindow = {
  TelegramWebviewProxy?: Proxy;
  external?: { notify?: (message: string) => void };
  Telegram?: { WebView?: { receiveEvent?: (type: string, data: unknown) => void } };
  TelegramGameProxy?: { receiveEvent?: (type: string, data: unknown) => void };
  TelegramGameProxy_receiveEvent?: (type: string, data: unknown) => void;
};

function eventIn(message: unknown): HostEvent | null {
  if (typeof message !== "string") return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const { eventType, eventData } = (parsed ?? {}) as { eventType?: unknown; eventData?: unknown };
  return typeof eventType === "string" ? { type: eventType, data: eventData } : null;
}

/** Mobile and desktop clients: they hand in an object and call a global back. */
function nativeTransport(native: NativeWindow): Transport {
  const proxy = native.TelegramWebviewProxy;
  return {
    kind: "native",
    post: (type, data) => {
      if (proxy) proxy.postEvent(type, JSON.stringify(data ?? null));
      else native.external?.notify?.(JSON.stringify({ eventType: type, eventData: data }));
    },
    listen: (listener) => {
      const receiveEvent = (type: string, data: unknown) => listener({ type, data });
      native.Telegram = { ...native.Telegram, WebView: { ...native.Telegram?.WebView, receiveEvent } };
      native.TelegramGameProxy = { ...native.TelegramGameProxy, receiveEvent };
      native.TelegramGameProxy_receiveEvent = receiveEvent;
    },
  };
}

/** Web clients and the development frame: messages to the parent, whose origin must be one we know. */
function frameTransport(window: Window, origin: string): Transport {
  window.parent.postMessage(
    JSON.stringify({ eventType: "iframe_ready", eventData: { reload_supported: true } }),
    "*",
  );
  return {
    kind: "frame",
    post: (type, data) =>
      window.parent.postMessage(JSON.stringify({ eventType: type, eventData: data }), origin),
    listen: (listener) =>
      window.addEventListener("message", (message) => {
        if (message.source !== window.parent || message.origin !== origin) return;
        const event = eventIn(message.data);
        if (event !== null) listener(event);
      }),
  };
}

const BROWSER: Transport = { kind: "browser", post: () => undefined, listen: () => undefined };

/** Picks the way that this window offers. */
export function detectTransport(window: Window): Transport {
  const native = window as unknown as NativeWindow;
  if (native.TelegramWebviewProxy || native.external?.notify) return nativeTransport(native);
  if (window.parent === window) return BROWSER;
  const ancestors = window.location.ancestorOrigins as DOMStringList | undefined;
  const origin = trustedParentOrigin(ancestors?.[0] ?? window.document.referrer, window.location.origin);
  return origin === null ? BROWSER : frameTransport(window, origin);
}
