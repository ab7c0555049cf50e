import { LetterView } from "@/app/_ui/letter-view";
import { words } from "@/app/_ui/words";
import type { ShownNotice } from "@/lib/commands/notice/prepared";
import type { WrittenLetter } from "@/lib/domain/notice/written-letter";

/** A notice exactly as it would leave: what arrives, and what its link opens. */
export async function NoticeView({
  notice,
  kind,
  level,
}: {
  readonly notice: ShownNotice;
  readonly kind: WrittenLetter;
  /** Of the headings over the letters. */
  readonly level: 2 | 3;
}) {
  const say = await words("written");
  const title = say(`preview.${notice.to}.${notice.byPost ? "post" : "mail"}`);
  const Title = `h${level}` as const;
  return (
    <section aria-label={title}>
      <Title className={level === 2 ? "mt-6 text-xl font-bold" : "mt-3 font-bold"}>{title}</Title>
      <LetterView letter={notice.arrives} level={3} />
      {notice.behindLink ? (
        <>
          <Title className={level === 2 ? "text-xl font-bold" : "font-bold"}>
            {say(`preview.behind.${kind}`)}
          </Title>
          <LetterView letter={notice.behindLink} level={3} />
        </>
      ) : null}
    </section>
  );
}
