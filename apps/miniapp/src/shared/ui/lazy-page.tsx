import { type ComponentType, type FunctionComponent, lazy, useState } from "react";

type Load<P> = () => Promise<{ default: ComponentType<P> }>;
export type LazyPage<P> = FunctionComponent<P> & { readonly load: Load<P> };

/**
 * A page that comes when it is opened, and is drawn at once where it has come before. `lazy` of React waits even then,
 * and for what it waits it shows nothing new for 300 ms.
 */
export function lazyPage<P extends object>(load: Load<P>): LazyPage<P> {
  let loaded: ComponentType<P> | undefined;
  const loadAndKeep = async () => {
    const page = await load();
    loaded = page.default;
    return page;
  };
  const Waiting = lazy(loadAndKeep) as ComponentType<P>;
  function Page(props: P) {
    // The same for as long as it stands: another component would begin anew.
    const [Drawn] = useState(() => loaded ?? Waiting);
    return <Drawn {...props} />;
  }
  return Object.assign(Page, { load: loadAndKeep });
}
