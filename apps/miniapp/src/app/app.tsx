import { lazy, Suspense } from "react";
import { renewSession, useSession } from "../shared/api/session.ts";
import { host } from "../shared/telegram/host.ts";
import { ErrorBlock } from "../shared/ui/error-block.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";
import { Layout } from "./layout.tsx";
import { pages } from "./pages.ts";
import { Routes } from "./routes.tsx";

const SignInPage = lazy(pages.signIn);
const GatePage = lazy(pages.gate);
/** A one-time link opens here, whoever is signed in. */
const atLogin = window.location.pathname === "/login";
const OLDEST_CLIENT = "8.0";
const tooOld = host.kind === "native" && !host.supports(OLDEST_CLIENT);

/** What stands before the app comes when it is needed: most people never see it. */
function Gate() {
  const session = useSession();
  if (tooOld) return <GatePage kind="old" />;
  if (session.kind === "refused") return <GatePage kind="refused" sentence={session.sentence} />;
  if (session.kind === "pending" || session.kind === "closed") return <GatePage kind={session.kind} />;
  return <SignInPage />;
}

/** Only a person who works here sees pages; without a network the pages that were read before stay open. */
export function App() {
  const session = useSession();
  const atGate = tooOld || atLogin;
  if (!atGate && session.kind === "starting") return <Skeleton hero />;
  if (!atGate && session.kind === "failed")
    return <ErrorBlock error={session.error} onRetry={() => void renewSession()} />;
  if (!atGate && (session.kind === "active" || session.kind === "offline")) {
    return (
      <Layout>
        <Routes />
      </Layout>
    );
  }
  return <Suspense fallback={<Skeleton hero />}>{atLogin && !tooOld ? <SignInPage /> : <Gate />}</Suspense>;
}
