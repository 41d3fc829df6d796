import { renewSession, useSession } from "../shared/api/session.ts";
import { host } from "../shared/telegram/host.ts";
import { ErrorBlock } from "../shared/ui/error-block.tsx";
import { Skeleton } from "../shared/ui/skeleton.tsx";
import { GatePage } from "../features/sign-in/gate-page.tsx";
import { Layout } from "./layout.tsx";
import { Routes } from "./routes.tsx";

const OLDEST_CLIENT = "8.0";
const tooOld = host.kind === "native" && !host.supports(OLDEST_CLIENT);

/** Only a person who works here sees pages; without a network the pages that were read before stay open. */
export function App() {
  const session = useSession();
  if (tooOld) return <GatePage kind="old" />;
  if (session.kind === "starting") return <Skeleton hero />;
  if (session.kind === "active" || session.kind === "offline") {
    return (
      <Layout>
        <Routes />
      </Layout>
    );
  }
  if (session.kind === "failed")
    return <ErrorBlock error={session.error} onRetry={() => void renewSession()} />;
  return (
    <GatePage kind={session.kind} {...(session.kind === "refused" ? { sentence: session.sentence } : {})} />
  );
}
