import { Lines } from "../../../kit/entity/lines.tsx";
import { ProfileFrame, useMeRead } from "../components/profile-frame.tsx";
import { Together } from "../../../shared/ui/together.tsx";
import { DeputyLine, useDeputies } from "../deputies/deputy-line.tsx";
import { BrowserPush } from "../push/browser-push.tsx";
import { useMyPush } from "../push/use-push.ts";
import { LanguageChoice, ThemeChoice, ZoneChoice } from "./look-choices.tsx";
import { NotificationChoices } from "./notification-choices.tsx";
import { useSettings } from "./use-settings.ts";
import "./settings.css";

/** What the reader may choose for himself; each change is saved at once and can be taken back. */
export function SettingsPage() {
  const me = useMeRead();
  const reads = [me, useSettings().query, useDeputies(), useMyPush()];
  const seesPeople = me.data?.permissions.includes("org.view") === true;
  return (
    <ProfileFrame here="settings">
      <Together reads={reads} rows={6}>
        <ThemeChoice />
        <BrowserPush />
        <NotificationChoices />
        <LanguageChoice />
        <ZoneChoice />
        {seesPeople && (
          <section className="section">
            <Lines>
              <DeputyLine />
            </Lines>
          </section>
        )}
      </Together>
    </ProfileFrame>
  );
}
