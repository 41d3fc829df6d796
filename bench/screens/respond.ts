import type { Page } from "@playwright/test";

/** Puts an answer made of the real one in its place, until stopped. */
export async function respond<T>(
  page: Page,
  address: string,
  change: (known: T, asked: URL) => unknown,
): Promise<{ stop: () => Promise<void> }> {
  await page.route(address, async (route) => {
    const real = await route.fetch();
    const json = change((await real.json()) as T, new URL(route.request().url()));
    await route.fulfill({ response: real, json });
  });
  return { stop: () => page.unroute(address) };
}
