import type { ReactNode } from "react";
import { useBackHandler } from "../shared/telegram/back-button.ts";
import { goBack, useIsRoot } from "../shared/navigation.ts";
import { NavBar } from "../shared/ui/nav-bar.tsx";
import { NetworkStrip } from "../shared/ui/network-strip.tsx";
import { ToastPlace } from "../shared/ui/toast.tsx";
import { useUnread } from "./use-unread.ts";
import "./layout.css";

/** The frame of every page: what the network does, the page, the bar. */
export function Layout({ children }: { children: ReactNode }) {
  const isRoot = useIsRoot();
  const unread = useUnread();
  useBackHandler(!isRoot, goBack);
  return (
    <div className="layout">
      <main className="layout-page">
        <NetworkStrip />
        {children}
      </main>
      <NavBar unread={unread} />
      <ToastPlace />
    </div>
  );
}
