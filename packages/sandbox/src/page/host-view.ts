/** A button below the Mini App, drawn natively by Telegram. */
export type NativeButton = {
  visible: boolean;
  text?: string | undefined;
  active?: boolean | undefined;
  busy?: boolean | undefined;
  color?: string | undefined;
  textColor?: string | undefined;
};

/** What the host needs of the phone. */
export type HostView = {
  theme(): Record<string, string>;
  showBack(visible: boolean): void;
  showMain(state: NativeButton): void;
  showSecondary(state: NativeButton): void;
  showHeader(color: string | undefined): void;
  buzz(): void;
  openLink(url: string): void;
  /** Asks whether to share one's number; sends it to the chat and returns it, or null. */
  sharePhone(): Promise<string | null>;
  close(): void;
};
