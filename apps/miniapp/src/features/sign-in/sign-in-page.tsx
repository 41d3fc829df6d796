import { useState } from "react";
import { GateFrame } from "./components/gate-frame.tsx";
import { LinkEntry } from "./components/link-entry.tsx";
import { WaysIn } from "./components/ways-in.tsx";
import "./sign-in-page.css";

const LINK = /^#[\w-]{43}$/;

/** Sign-in in a browser: by a one-time link in the address, or by one of the ways that need none. */
export default function SignInPage() {
  const [secret, setSecret] = useState(() =>
    LINK.test(window.location.hash) ? window.location.hash.slice(1) : null,
  );
  const forget = () => {
    window.history.replaceState(null, "", "/login");
    setSecret(null);
  };
  return (
    <GateFrame>{secret === null ? <WaysIn /> : <LinkEntry secret={secret} onLeave={forget} />}</GateFrame>
  );
}
