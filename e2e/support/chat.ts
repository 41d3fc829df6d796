import { expect, type Page } from "@playwright/test";

/** Opens a user's chat in the sandbox's chat page. The composer of the chat before is there until the new one is drawn. */
export async function openChat(page: Page, personId: number): Promise<void> {
  const person = page.getByTestId(`person-${personId}`);
  await person.click();
  await expect(person).toHaveAttribute("aria-current", "true");
  await expect(page.getByTestId("composer")).toBeVisible();
}

export async function say(page: Page, text: string): Promise<void> {
  await page.getByTestId("composer").fill(text);
  await page.getByTestId("send").click();
}

/** Presses the newest inline button whose caption matches. */
export const press = (page: Page, caption: RegExp): Promise<void> =>
  page.getByTestId("inline-button").filter({ hasText: caption }).last().click();

/** The newest message whose text matches. */
export const lastMessage = (page: Page, text: RegExp) =>
  page.getByTestId("message").filter({ hasText: text }).last();
