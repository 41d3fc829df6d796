import { describe, expect, test } from "vitest";
import { detectTransport, type HostEvent } from "./transport.ts";

type Sent = { message: string; origin: string };

function framed(parentOrigin: string) {
  const sent: Sent[] = [];
  const handlers: ((event: unknown) => void)[] = [];
  const parent = { postMessage: (message: string, origin: string) => sent.push({ message, origin }) };
  const window = {
    parent,
    location: { origin: "http://localhost:3000", ancestorOrigins: [parentOrigin] },
    document: { referrer: "" },
    addEventListener: (_: string, handler: (event: unknown) => void) => handlers.push(handler),
  };
  const say = (data: string, origin = parentOrigin, source: unknown = parent) => {
    for (const handler of handlers) handler({ data, origin, source });
  };
  return { window: window as unknown as Window, sent, say };
}

describe("in a frame", () => {
  test("only the handshake goes to anybody, all else to the checked parent", () => {
    const { window, sent } = framed("http://localhost:3010");
    const transport = detectTransport(window);
    transport.post("web_app_ready", undefined);
    expect(transport.kind).toBe("frame");
    expect(sent.map((item) => item.origin)).toEqual(["*", "http://localhost:3010"]);
    expect(JSON.parse(sent[1]?.message ?? "")).toEqual({ eventType: "web_app_ready" });
  });

  test("events count from the parent alone, and only when they can be read", () => {
    const { window, say } = framed("http://localhost:3010");
    const heard: HostEvent[] = [];
    detectTransport(window).listen((event) => heard.push(event));
    say('{"eventType":"back_button_pressed"}');
    say('{"eventType":"main_button_pressed"}', "http://evil.example");
    say('{"eventType":"main_button_pressed"}', "http://localhost:3010", {});
    say("not json");
    say("null");
    expect(heard).toEqual([{ type: "back_button_pressed", data: undefined }]);
  });

  test("a foreign parent gets nothing at all", () => {
    const { window, sent } = framed("https://evil.example");
    expect(detectTransport(window).kind).toBe("browser");
    expect(sent).toEqual([]);
  });
});

test("a native client is spoken to through its proxy and answers through the global", () => {
  const posted: [string, string][] = [];
  const window = {
    TelegramWebviewProxy: { postEvent: (type: string, data: string) => void posted.push([type, data]) },
    Telegram: {} as { WebView?: { receiveEvent: (type: string, data: unknown) => void } },
  };
  const transport = detectTransport(window as unknown as Window);
  const heard: HostEvent[] = [];
  transport.listen((event) => heard.push(event));
  transport.post("web_app_setup_back_button", { is_visible: true });
  window.Telegram.WebView?.receiveEvent("back_button_pressed", null);
  expect(posted).toEqual([["web_app_setup_back_button", '{"is_visible":true}']]);
  expect(heard).toEqual([{ type: "back_button_pressed", data: null }]);
});
