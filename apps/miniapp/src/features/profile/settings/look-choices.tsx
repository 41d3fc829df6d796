import type { Locale } from "@stsphera/contracts/vocabulary";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FilterSelect } from "../../../kit/list/filter-select.tsx";
import { renewSession, useSession } from "../../../shared/api/session.ts";
import { chooseLocale, useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { chooseTheme, THEMES, useTheme } from "../../../shared/theme/theme.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { updateMe } from "../api/update-me.ts";
import { settingsWords } from "./settings-words.ts";
import { tellFailed, tellSaved } from "./tell-saved.ts";

export function ThemeChoice() {
  const words = useWords(settingsWords);
  const theme = useTheme();
  return (
    <section className="section">
      <h2 className="cap">{words.theme}</h2>
      <Chips label={words.theme}>
        {THEMES.map((name) => (
          <Chip
            key={name}
            pressed={name === theme}
            onPress={() => {
              chooseTheme(name);
              tellSaved(() => chooseTheme(theme));
            }}
            testId={`theme-${name}`}
          >
            {words.themes[name]}
          </Chip>
        ))}
      </Chips>
      {theme === "street" && <p className="muted">{words.streetHint}</p>}
    </section>
  );
}

export function LanguageChoice() {
  const words = useWords(settingsWords);
  const locale = useLocale();
  const save = useMutation({
    mutationFn: async (next: Locale) => {
      await chooseLocale(next);
      return updateMe({ locale: next });
    },
    onError: () => showToast(words.languageFailed),
  });
  return (
    <section className="section">
      <h2 className="cap">{words.language}</h2>
      <Chips label={words.language}>
        {(["ru", "en"] as const).map((name) => (
          <Chip
            key={name}
            pressed={name === locale}
            onPress={() => {
              save.mutate(name);
              tellSaved(() => save.mutate(locale));
            }}
            testId={`language-${name}`}
          >
            {words.languages[name]}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}

export function ZoneChoice() {
  const words = useWords(settingsWords);
  const session = useSession();
  const client = useQueryClient();
  const zone = session.kind === "active" ? session.user.timeZone : "";
  const choose = async (next: string): Promise<void> => {
    try {
      await updateMe({ timeZone: next });
      // The session carries the zone: times of every screen follow it.
      await renewSession();
      await client.invalidateQueries();
      tellSaved(() => void choose(zone));
    } catch (error) {
      tellFailed(error);
    }
  };
  const known = Object.entries(words.zones).map(([value, text]) => ({ value, text }));
  const options = known.some(({ value }) => value === zone) ? known : [{ value: zone, text: zone }, ...known];
  return (
    <section className="section">
      <h2 className="cap">{words.zone.title}</h2>
      <div className="chips">
        <FilterSelect
          label={words.zone.label}
          options={options}
          chosen={zone}
          onChoose={(value) => void choose(value)}
          testId="time-zone"
        />
      </div>
      <p className="muted">{words.zone.hint}</p>
    </section>
  );
}
