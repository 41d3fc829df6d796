import type { Invitation, InvitationLink, InvitationLinkPage, InvitationPage } from "@stsphera/contracts";
import { encodeQR } from "qr";

/** The invitation with its link and QR code. */
export function withLink(made: Invitation, bot: string): InvitationLink {
  const link = `https://t.me/${bot}?start=inv_${made.code}`;
  return { ...made, link, qr: encodeQR(link, "svg", { ecc: "medium", border: 2 }) };
}

export const withLinks = ({ items, nextCursor }: InvitationPage, bot: string): InvitationLinkPage => ({
  items: items.map((one) => withLink(one, bot)),
  nextCursor,
});
