import { LetterView } from "@/app/_ui/letter-view";
import { words } from "@/app/_ui/words";
import type { ShownNotice } from "@/lib/commands/notice/prepared";
import type { Addressee } from "@/lib/domain/notice/addressee";
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
      {notice.addressee ? <GoesTo to={notice.addressee} byPost={notice.byPost} /> : null}
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

/** Where it goes, which the letter itself does not say. */
async function GoesTo({ to, byPost }: { readonly to: Addressee; readonly byPost: boolean }) {
  const say = await words("tasks");
  return (
    <p className="mt-2 whitespace-pre-line wrap-anywhere">
      <strong>{say("letter.to")}:</strong> <bdi>{to.name}</bdi>
      {`\n${byPost ? to.postalAddress : to.email}`}
    </p>
  );
}
