import { type Invitation, invitation, type InvitationPage, pageOf } from "@stsphera/contracts";
import { encodeQR } from "qr";
import { z } from "zod";

const shown = {
  link: z.string().meta({ description: "Opens the bot with the invitation code" }),
  qr: z.string().meta({ description: "QR code of the link as SVG" }),
};
export const invitationLink = invitation.extend(shown).meta({ id: "InvitationLink" });
export const invitationLinkPage = pageOf(invitationLink).meta({ id: "InvitationLinkPage" });
type InvitationLink = z.infer<typeof invitationLink>;

/** The invitation with its link and QR code. */
export function withLink(made: Invitation, bot: string): InvitationLink {
  const link = `https://t.me/${bot}?start=inv_${made.code}`;
  return { ...made, link, qr: encodeQR(link, "svg", { ecc: "medium", border: 2 }) };
}

export const withLinks = ({ items, nextCursor }: InvitationPage, bot: string) => ({
  items: items.map((one) => withLink(one, bot)),
  nextCursor,
});
