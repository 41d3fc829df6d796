import { Link } from "./link.tsx";
import { shellWords } from "../i18n/shell-words.ts";
import { useWords } from "../i18n/locale.ts";
import { usePathname } from "../navigation.ts";
import { NavIcon } from "./nav-icon.tsx";
import "./nav-bar.css";

const PAGES = [
  { name: "dashboard", path: "/" },
  { name: "objects", path: "/objects" },
  { name: "notifications", path: "/notifications" },
  { name: "profile", path: "/profile" },
] as const;

const isHere = (path: string, here: string) => (path === "/" ? here === "/" : here.startsWith(path));

export function NavBar({ unread }: { unread: number }) {
  const words = useWords(shellWords);
  const here = usePathname();
  return (
    <nav className="nav-bar" aria-label={words.navLabel}>
      {PAGES.map(({ name, path }) => (
        <Link key={name} to={path} replace={here !== "/"} current={isHere(path, here)} testId={`nav-${name}`}>
          <NavIcon name={name} />
          <span>{words.nav[name]}</span>
          {name === "notifications" && unread > 0 && <b>{unread > 99 ? "99+" : unread}</b>}
        </Link>
      ))}
    </nav>
  );
}
