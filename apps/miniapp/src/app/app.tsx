import { type ComponentProps, lazy, type ReactNode, Suspense } from "react";
import { renewSession, useSession } from "../shared/api/session.ts";
import { host } from "../shared/telegram/host.ts";
import { ErrorBlock } from "../shared/ui/error-block.tsx";
import { NavBar } from "../shared/ui/nav-bar.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Layout } from "./layout.tsx";
import { Routes } from "./first-routes.tsx";

const GatePage = lazy(() => import("../features/sign-in/gate-page.tsx"));
const SignInPage = lazy(() => import("../features/sign-in/sign-in-page.tsx"));

/** A one-time sign-in link is handled first, even if another user is signed in. */
const atLogin = window.location.pathname === "/login";

const OLDEST_CLIENT = "8.0";
const tooOld = host.kind === "native" && !host.supports(OLDEST_CLIENT);

/** The screens before sign-in are loaded on demand: most users never see them. */
function Before({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Skeleton hero />}>{children}</Suspense>
    </ErrorBoundary>
  );
}

const Gate = (props: ComponentProps<typeof GatePage>) => (
  <Before>
    <GatePage {...props} />
  </Before>
);

/** What the page's own HTML draws too, so that nothing moves. */
const Starting = () => (
  <div className="layout">
    <main className="layout-page">
      <Skeleton hero />
    </main>
    <NavBar unread={0} />
  </div>
);

/** Only a person who works here sees pages; without a network the pages that were read before stay open. */
export function App() {
  const session = useSession();
  if (tooOld) return <Gate kind="old" />;
  if (atLogin || session.kind === "outside")
    return (
      <Before>
        <SignInPage />
      </Before>
    );
  if (session.kind === "starting") return <Starting />;
  if (session.kind === "active" || session.kind === "offline") {
    return (
      <Layout>
        <Routes />
      </Layout>
    );
  }
  if (session.kind === "failed")
    return <ErrorBlock error={session.error} onRetry={() => void renewSession()} />;
  return <Gate kind={session.kind} {...(session.kind === "refused" ? { sentence: session.sentence } : {})} />;
}
