-- The mail to a person who is answered themselves, whoever filed for them, is read before it is sent too.
ALTER TABLE "LetterDraft" DROP CONSTRAINT "LetterDraft_kind_check";
ALTER TABLE "LetterDraft" ADD CONSTRAINT "LetterDraft_kind_check"
  CHECK ("kind" IN ('extension', 'question', 'forwarding', 'reopening', 'lifting', 'objection', 'withdrawal', 'direct'));
