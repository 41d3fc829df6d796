import { useEffect, useRef } from "react";
import { layOverPage } from "../sheet-history.ts";
import { host } from "./host.ts";

type Handler = () => void;
/** The last one in takes the press: a sheet before the page under it. */
const handlers: Handler[] = [];

function show(): void {
  host.post("web_app_setup_back_button", { is_visible: handlers.length > 0 });
}

host.on("back_button_pressed", () => handlers.at(-1)?.());

/** Lets Telegram's BackButton (and Escape) do `handler` while `active`. */
export function useBackHandler(active: boolean, handler: Handler): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!active) return undefined;
    const call = () => latest.current();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && handlers.at(-1) === call) call();
    };
    handlers.push(call);
    show();
    window.addEventListener("keydown", onKey);
    return () => {
      handlers.splice(handlers.indexOf(call), 1);
      show();
      window.removeEventListener("keydown", onKey);
    };
  }, [active]);
}

/** What lies over the page is closed by Telegram's BackButton, by Escape and by the browser's back, the last one first. */
export function useCloseHandler(close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useBackHandler(true, close);
  useEffect(() => layOverPage(() => latest.current()), []);
}
