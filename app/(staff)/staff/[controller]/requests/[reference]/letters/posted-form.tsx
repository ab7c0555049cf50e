import { Banner } from "@/app/_ui/banner";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import { POSTED_HOW } from "@/lib/domain/notice/kinds";
import { formatDate } from "@/lib/i18n/format";
import type { LetterToPost } from "@/lib/queries/notice/letter";
import { SelectField } from "../../../../_form/select-field";

/** Records that a letter went. It is the moment at which what it says takes effect, so it says so. */
export async function PostedForm({ slug, letter }: { readonly slug: string; readonly letter: LetterToPost }) {
  const say = await words("register");
  const { noticeId } = letter;
  return (
    <form
      method="post"
      action={`/api/staff/${slug}/notices/posted`}
      className="not-printed mb-10 max-w-text rounded border border-line bg-surface p-4"
    >
      <h3 className="mb-1 text-lg font-bold">{say("posted.title")}</h3>
      <p className="mb-4">{say("posted.lead")}</p>
      {letter.goBy ? (
        <Banner tone={letter.today > letter.goBy ? "error" : "warn"}>
          {say(letter.today > letter.goBy ? "posted.tooLate" : "posted.goBy", {
            date: formatDate(letter.goBy, await pageLanguage()),
          })}
        </Banner>
      ) : null}
      <input type="hidden" name="noticeId" value={noticeId} />
      <input type="hidden" name="reference" value={letter.reference} />
      <TextField
        type="date"
        id={`postedOn-${noticeId}`}
        name="postedOn"
        label={say("posted.on")}
        min={letter.writtenOn}
        max={letter.today}
        defaultValue={letter.today}
        required
        className="max-w-48"
      />
      <SelectField
        id={`how-${noticeId}`}
        name="how"
        label={say("posted.how")}
        options={POSTED_HOW.map((value) => ({ value, label: say(`posted.ways.${value}`) }))}
      />
      <Button>{say("posted.submit")}</Button>
    </form>
  );
}
