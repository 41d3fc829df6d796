import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { newKey } from "../../shared/api/request.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { announceCode, listChats } from "./api/chats-requests.ts";
import { chatsWords } from "./chats-words.ts";
import { ChatRow } from "./components/chat-row.tsx";
import { CodeSheet } from "./components/code-sheet.tsx";
import { newCode } from "./new-code.ts";

type Shown = { readonly code: string; readonly expiresAt: string };

/** The chats of an object: what arrives where, and a code that links another. */
export default function ChatsPage({ id }: { id: number }) {
  const words = useWords(chatsWords);
  const [shown, setShown] = useState<Shown | null>(null);
  const [busy, setBusy] = useState(false);
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const query = useQuery({ queryKey: queryKeys.chats(id), queryFn: () => listChats(id) });
  const add = async () => {
    setBusy(true);
    try {
      const { code, codeHash } = await newCode();
      const { expiresAt } = await announceCode(id, codeHash, newKey());
      setShown({ code, expiresAt });
    } catch (error) {
      showToast(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  const close = () => {
    setShown(null);
    void query.refetch();
  };
  return (
    <ObjectFrame id={id} title={words.title} here="chats">
      <QueryView query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <NoticeBlock title={words.empty} line={words.emptyLine} testId="empty" />}
            <section className="section" data-testid="chats">
              {items.map((chat) => (
                <ChatRow key={chat.id} chat={chat} />
              ))}
            </section>
            {shown === null && (
              <ActionBar
                ofPage
                text={words.add}
                enabled={!busy}
                busy={busy}
                onPress={() => void add()}
                testId="new-chat"
              />
            )}
          </>
        )}
      </QueryView>
      {shown !== null && <CodeSheet {...shown} objectName={object.data?.name ?? ""} onClose={close} />}
    </ObjectFrame>
  );
}
