// Runs before anything is drawn: language and theme that were chosen on this phone, and whether the bar is for this person.
const kept = (name: string): string | null => {
  try {
    return localStorage.getItem(`stsphera.${name}`);
  } catch {
    // A browser may keep its storage shut: then nothing was chosen here.
    return null;
  }
};
const page = document.documentElement;
const theme = kept("theme");
if (theme === "light" || theme === "street") page.dataset["theme"] = theme;
if (kept("locale") === "en") page.lang = "en";
const isKnown = location.hash.includes("tgWebAppData=") || kept("person") !== null;
page.classList.toggle("without-bar", location.pathname === "/login" || !isKnown);
