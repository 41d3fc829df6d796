export default function SetupPage(_props: { id: number; part: string }) {
  return null;
}
