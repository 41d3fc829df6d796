import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { forgetReads, queryClient, startQueryCache } from "../shared/api/query-client.ts";
import { onSessionEnd, startSession } from "../shared/api/session.ts";
import { landingOf } from "../shared/deep-link.ts";
import { currentLocale, startLocale } from "../shared/i18n/locale.ts";
import { shellWords } from "../shared/i18n/shell-words.ts";
import { keepScroll, openStack } from "../shared/navigation.ts";
import { startQueue } from "../shared/offline/start-queue.ts";
import { host } from "../shared/telegram/host.ts";
import { followSafeArea } from "../shared/telegram/safe-area.ts";
import { startFont } from "../shared/theme/display-font.ts";
import { startTheme } from "../shared/theme/theme.ts";
import "../shared/ui/tokens.css";
import "../shared/ui/base.css";
import { showToast } from "../shared/ui/toast-store.ts";
import { App } from "./app.tsx";
import { loadFirstPage } from "./first-routes.tsx";

/** Lays the pages of the launch's link; returns whether it leads to something that is not there. */
function land(): boolean {
  // The secret of a one-time link is in the fragment, which the page reads itself.
  if (window.location.pathname === "/login") return false;
  const landing = landingOf(host.launch.startParam);
  openStack(landing?.stack ?? [window.location.pathname + window.location.search]);
  return landing?.absent === true;
}

function draw(): void {
  if (leadsNowhere) showToast(shellWords[currentLocale()].absent);
  const root = document.querySelector("#root");
  if (root === null) throw new Error("The page has no place for the app");
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

document.documentElement.lang = currentLocale();
onSessionEnd(forgetReads);
startQueryCache();
startSession();
startTheme();
startFont();
followSafeArea(host, document.documentElement);
startQueue();
const leadsNowhere = land();
keepScroll();
// Without its words the app is Russian rather than absent; a page that did not come is asked for again and says so.
void Promise.all([startLocale().catch(reportError), loadFirstPage().catch(reportError)]).then(draw);
host.on("reload_iframe", () => {
  host.post("iframe_will_reload");
  window.location.reload();
});
host.post("web_app_ready");
host.post("web_app_expand");
if (host.supports("7.7")) host.post("web_app_setup_swipe_behavior", { allow_vertical_swipe: false });
