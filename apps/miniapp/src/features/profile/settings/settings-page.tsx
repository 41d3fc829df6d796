import { Lines } from "../../../kit/entity/lines.tsx";
import { ProfileFrame, useMe } from "../components/profile-frame.tsx";
import { DeputyLine } from "../deputies/deputy-line.tsx";
import { BrowserPush } from "../push/browser-push.tsx";
import { LanguageChoice, ThemeChoice, ZoneChoice } from "./look-choices.tsx";
import { NotificationChoices } from "./notification-choices.tsx";
import "./settings.css";

/** What the reader may choose for himself; each change is saved at once and can be taken back. */
export function SettingsPage() {
  const seesPeople = useMe()?.permissions.includes("org.view") === true;
  return (
    <ProfileFrame here="settings">
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
    </ProfileFrame>
  );
}
