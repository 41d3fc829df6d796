import type { Locale } from "@stsphera/contracts/vocabulary";
import { useMutation } from "@tanstack/react-query";
import { chooseLocale, useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { profileWords } from "../../../shared/i18n/profile-words.ts";
import { chooseTheme, THEMES, useTheme } from "../../../shared/theme/theme.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { updateLocale } from "../api/update-locale.ts";

function ThemeChoice() {
  const words = useWords(profileWords);
  const theme = useTheme();
  return (
    <section className="section">
      <h2 className="cap">{words.theme}</h2>
      <Chips label={words.theme}>
        {THEMES.map((name) => (
          <Chip
            key={name}
            pressed={name === theme}
            onPress={() => chooseTheme(name)}
            testId={`theme-${name}`}
          >
            {words.themes[name]}
          </Chip>
        ))}
      </Chips>
      {theme === "street" && <p className="dim">{words.themeHints.street}</p>}
    </section>
  );
}

function LanguageChoice() {
  const words = useWords(profileWords);
  const locale = useLocale();
  const save = useMutation({
    mutationFn: updateLocale,
    onSuccess: () => showToast(words.saved),
    onError: () => showToast(words.languageFailed),
  });
  const choose = (next: Locale) => {
    chooseLocale(next);
    save.mutate(next);
  };
  return (
    <section className="section">
      <h2 className="cap">{words.language}</h2>
      <Chips label={words.language}>
        {(["ru", "en"] as const).map((name) => (
          <Chip key={name} pressed={name === locale} onPress={() => choose(name)} testId={`language-${name}`}>
            {words.languages[name]}
          </Chip>
        ))}
      </Chips>
    </section>
  );
}

/** Each change is saved at once. */
export function Settings() {
  return (
    <>
      <ThemeChoice />
      <LanguageChoice />
    </>
  );
}
