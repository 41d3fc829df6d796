import type { NotificationSettings } from "@stsphera/contracts";
import { DAYS_OFF, NOTIFICATION_CATEGORIES } from "@stsphera/contracts/vocabulary";
import { useWords } from "../../../shared/i18n/locale.ts";
import { notificationWords } from "../../../shared/i18n/notification-words.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { POSITIONS, positionOf, withPosition } from "./positions.ts";
import { settingsWords } from "./settings-words.ts";
import { TimeField } from "./time-field.tsx";
import { useSettings } from "./use-settings.ts";

const NIGHT = { quietFrom: "22:00", quietTo: "07:00" };
const NONE = { quietFrom: "00:00", quietTo: "00:00" };

type Props = { settings: NotificationSettings; save: ReturnType<typeof useSettings>["save"] };

function Hours({ settings, save }: Props) {
  const words = useWords(settingsWords);
  const { quietFrom, quietTo, digestAt, ownDigestTime, morningDigest, eveningAt, daysOff } = settings;
  const isNone = quietFrom === quietTo;
  return (
    <>
      <section className="section">
        <h2 className="cap">{words.quiet.title}</h2>
        <div className="chips">
          {!isNone && (
            <>
              <TimeField
                label={words.quiet.from}
                value={quietFrom}
                onChange={(value) => save({ quietFrom: value })}
                testId="quiet-from"
              />
              <TimeField
                label={words.quiet.to}
                value={quietTo}
                onChange={(value) => save({ quietTo: value })}
                testId="quiet-to"
              />
            </>
          )}
          <Chip pressed={isNone} onPress={() => save(isNone ? NIGHT : NONE)} testId="quiet-none">
            {words.quiet.none}
          </Chip>
        </div>
        <p className="muted">{words.quiet.hint}</p>
      </section>
      <section className="section">
        <h2 className="cap">{words.digest.title}</h2>
        <div className="chips">
          <TimeField
            label={words.digest.at}
            value={digestAt}
            onChange={(value) => save({ digestAt: value, ownDigestTime: true, morningDigest: true })}
            testId="digest-at"
          />
          <Chip
            pressed={morningDigest && !ownDigestTime}
            onPress={() => save({ ownDigestTime: false, morningDigest: true })}
            testId="digest-by-role"
          >
            {words.digest.byRole}
          </Chip>
          <Chip
            pressed={!morningDigest}
            onPress={() => save({ morningDigest: !morningDigest })}
            testId="digest-none"
          >
            {words.digest.none}
          </Chip>
        </div>
        <p className="muted">{words.digest.hint}</p>
      </section>
      <section className="section">
        <h2 className="cap">{words.evening.title}</h2>
        <div className="chips">
          <TimeField
            label={words.evening.at}
            value={eveningAt ?? ""}
            onChange={(value) => save({ eveningAt: value })}
            testId="evening-at"
          />
          <Chip
            pressed={eveningAt === null}
            onPress={() => save({ eveningAt: null })}
            testId="evening-by-shift"
          >
            {words.evening.byShift}
          </Chip>
        </div>
        <p className="muted">{words.evening.hint}</p>
      </section>
      <section className="section">
        <h2 className="cap">{words.daysOff.title}</h2>
        <Chips label={words.daysOff.title}>
          {DAYS_OFF.map((value) => (
            <Chip
              key={value}
              pressed={value === daysOff}
              onPress={() => save({ daysOff: value })}
              testId={`days-off-${value}`}
            >
              {words.daysOff[value]}
            </Chip>
          ))}
        </Chips>
        <p className="muted">{words.daysOff.hint}</p>
      </section>
    </>
  );
}

function Categories({ settings, save }: Props) {
  const words = useWords(settingsWords).categories;
  const names = useWords(notificationWords).categories;
  return (
    <section className="section">
      <h2 className="cap">{words.title}</h2>
      <div className="settings-category">
        <span>{words.urgent}</span>
        <p className="muted">{words.urgentWhy}</p>
      </div>
      {NOTIFICATION_CATEGORIES.map((category) => (
        <div key={category} className="settings-category">
          <span>{names[category]}</span>
          <div className="settings-positions" role="group" aria-label={names[category]}>
            {POSITIONS.map((position) => (
              <Chip
                key={position}
                pressed={positionOf(settings, category) === position}
                onPress={() => save(withPosition(settings, category, position))}
                testId={`${category}-${position}`}
              >
                {words.positions[position]}
              </Chip>
            ))}
          </div>
        </div>
      ))}
      <p className="muted">{words.offHint}</p>
    </section>
  );
}

/** When and of what the reader is told. */
export function NotificationChoices() {
  const { query, save } = useSettings();
  return (
    <QueryView query={query}>
      {(settings) => (
        <>
          <Hours settings={settings} save={save} />
          <Categories settings={settings} save={save} />
        </>
      )}
    </QueryView>
  );
}
