import { Link } from "./link.tsx";
import { shellWords } from "../i18n/shell-words.ts";
import { useWords } from "../i18n/locale.ts";
import { usePathname } from "../navigation.ts";
import { NAV_PAGES } from "./nav-pages.ts";
import "./nav-bar.css";

const isHere = (path: string, here: string) => (path === "/" ? here === "/" : here.startsWith(path));

/** The bar of all pages; the page's own HTML draws it before (scripts/first-frame.ts). */
export function NavBar({ unread }: { unread: number }) {
  const words = useWords(shellWords);
  const here = usePathname();
  return (
    <nav className="nav-bar" aria-label={words.navLabel}>
      {NAV_PAGES.map(({ name, path, icon }) => (
        <Link key={name} to={path} replace={here !== "/"} current={isHere(path, here)} testId={`nav-${name}`}>
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <path d={icon} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
          </svg>
          <span>{words.nav[name]}</span>
          {name === "notifications" && unread > 0 && <b>{unread > 99 ? "99+" : unread}</b>}
        </Link>
      ))}
    </nav>
  );
}
