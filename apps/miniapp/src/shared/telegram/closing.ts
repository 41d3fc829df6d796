import { useEffect } from "react";
import { host } from "./host.ts";

/** Asks before the app is closed, while `unsaved` is true and never otherwise. */
export function useClosingConfirmation(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    host.post("web_app_setup_closing_behavior", { need_confirmation: true });
    if (host.kind !== "native") window.addEventListener("beforeunload", ask);
    return () => {
      host.post("web_app_setup_closing_behavior", { need_confirmation: false });
      window.removeEventListener("beforeunload", ask);
    };
  }, [unsaved]);
}
