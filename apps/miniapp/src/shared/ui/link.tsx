import type { MouseEvent, ReactNode } from "react";
import { goTo, usePathname } from "../navigation.ts";
import { useSide } from "./side.ts";

type Props = {
  to: string;
  children: ReactNode;
  className?: string;
  /** Takes the place of the page in the history instead of being laid over it. */
  replace?: boolean;
  current?: boolean;
  testId?: string;
  label?: string;
  /** Values for tests and styles, as `data-*` attributes. */
  data?: Readonly<Record<string, string | number | boolean>>;
  /** Done besides opening the page, such as marking a notification as read. */
  onOpen?: () => void;
};

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Leads to a page of the app by an address that a browser and a screen reader can follow. */
export function Link({ to, children, className, replace, current, testId, label, data = {}, onOpen }: Props) {
  // A list beside its thing shows which one is open and changes it in place.
  const beside = useSide() !== null;
  const isOpen = usePathname() === to.split("?")[0] && beside;
  const open = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    onOpen?.();
    goTo(to, replace === true || beside);
  };
  return (
    <a
      href={to}
      className={className}
      aria-current={current === true || isOpen ? "page" : undefined}
      aria-label={label}
      data-testid={testId}
      {...Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]))}
      onClick={open}
    >
      {children}
    </a>
  );
}
