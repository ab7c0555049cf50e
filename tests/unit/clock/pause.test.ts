import { clockOn, happened, rulesOf } from "./make-clock";

const asked = (received: string, ...events: readonly string[]) =>
  clockOn(received, { events: happened(...events) });

describe("a question that stops the clock (Art. 12(6), recital 63 GDPR; EDPB Guidelines 01/2022, 5.3)", () => {
  it("adds the days from the question up to, not including, the answer", () => {
    const clock = asked("2026-02-10", "identity_requested 2026-02-11", "identity_received 2026-02-18");
    expect(clock).toMatchObject({
      status: "running",
      nominal: "2026-03-17",
      statutory: "2026-03-17",
      refusalBy: "2026-03-17",
    });
    expect(clock.derivation).toContainEqual({
      rule: "paused",
      from: "2026-03-10",
      to: "2026-03-17",
      citation: "Art. 12(6) GDPR; EDPB Guidelines 01/2022, section 5.3",
      facts: { question: "identity", asked: "2026-02-11", answered: "2026-02-18", days: 7 },
    });
  });

  it("counts local dates: an evening question and a morning answer are one day", () => {
    const clock = asked(
      "2026-02-10",
      "identity_requested 2026-02-11T23:30:00+01:00",
      "identity_received 2026-02-12T00:10:00+01:00",
    );
    expect(clock.nominal).toBe("2026-03-11");
    const sameDay = asked(
      "2026-02-10",
      "identity_requested 2026-02-11T08:00:00+01:00",
      "identity_received 2026-02-11T23:59:00+01:00",
    );
    expect(sameDay.nominal).toBe("2026-03-10");
    expect(sameDay.derivation).toContainEqual(
      expect.objectContaining({ rule: "paused", facts: expect.objectContaining({ days: 0 }) }),
    );
  });

  it("has no last day while the answer is missing, but keeps a place in the queue", () => {
    const clock = asked("2026-03-05", "clarification_requested 2026-03-09");
    expect(clock).toMatchObject({
      status: "paused",
      nominal: null,
      safe: null,
      statutory: null,
      target: null,
      refusalBy: null,
      dueEndExclusive: null,
      extensionNoticeBy: "2026-04-05",
      sortOn: "2026-04-07",
    });
    expect(rulesOf(clock)).toEqual(["received", "answer_period", "still_paused"]);
  });

  it("counts days in which two questions were open once", () => {
    const clock = asked(
      "2026-03-10",
      "identity_requested 2026-03-12",
      "clarification_requested 2026-03-15",
      "identity_received 2026-03-19",
      "clarification_received 2026-03-20",
    );
    expect(clock.nominal).toBe("2026-04-18");
    expect(rulesOf(clock).filter((rule) => rule === "paused")).toHaveLength(1);
  });

  it("adds up pauses that follow each other, also on the same day", () => {
    const clock = asked(
      "2026-03-10",
      "identity_requested 2026-03-12T08:00:00Z",
      "identity_received 2026-03-14T08:00:00Z",
      "clarification_requested 2026-03-14T09:00:00Z",
      "clarification_received 2026-03-17T09:00:00Z",
    );
    expect(clock.nominal).toBe("2026-04-15");
    expect(clock.derivation.filter(({ rule }) => rule === "paused")).toMatchObject([
      { from: "2026-04-10", to: "2026-04-12" },
      {
        from: "2026-04-12",
        to: "2026-04-15",
        citation: "Recital 63 GDPR; EDPB Guidelines 01/2022, section 5.3",
      },
    ]);
  });

  it("is still open while one of two questions is", () => {
    expect(
      asked(
        "2026-03-10",
        "identity_requested 2026-03-12",
        "clarification_requested 2026-03-13",
        "identity_received 2026-03-14",
      ).status,
    ).toBe("paused");
  });

  it("takes a reminder as the same question, and one answer as the answer to both", () => {
    const clock = asked(
      "2026-03-10",
      "identity_requested 2026-03-12",
      "identity_requested 2026-03-16",
      "identity_received 2026-03-19",
    );
    expect(clock.nominal).toBe("2026-04-17");
    const waiting = asked("2026-03-10", "identity_requested 2026-03-12", "identity_requested 2026-03-16");
    expect(waiting.sortOn).toBe("2026-04-14");
  });

  it("counts on the last day itself", () => {
    const clock = asked("2026-03-05", "identity_requested 2026-04-07", "identity_received 2026-04-08");
    expect(clock.nominal).toBe("2026-04-06");
    expect(asked("2026-03-05", "identity_requested 2026-04-07").status).toBe("paused");
  });

  it("does nothing after the last day, and its answer nothing either", () => {
    const clock = asked("2026-03-05", "identity_requested 2026-04-08", "identity_received 2026-04-20");
    expect(clock).toMatchObject({ status: "running", statutory: "2026-04-07" });
    expect(rulesOf(clock)).toEqual([
      "received",
      "answer_period",
      "question_too_late",
      "rolled",
      "last_moment",
    ]);
    expect(clock.derivation).toContainEqual(
      expect.objectContaining({
        rule: "question_too_late",
        facts: { question: "identity", on: "2026-04-08" },
      }),
    );
  });

  it("can stop the extended time too", () => {
    const clock = asked(
      "2026-03-10",
      "extend 2026-04-01",
      "identity_requested 2026-05-04",
      "identity_received 2026-05-06",
    );
    expect(clock.nominal).toBe("2026-06-12");
  });

  it("takes an answer without a question as nothing, and a question after it as unanswered", () => {
    const early = asked("2026-03-10", "identity_received 2026-03-11");
    expect(early).toMatchObject({ status: "running", nominal: "2026-04-10" });
    expect(rulesOf(early)).toContain("answer_without_question");
    expect(asked("2026-03-10", "identity_received 2026-03-11", "identity_requested 2026-03-12").status).toBe(
      "paused",
    );
    expect(
      asked("2026-03-10", "identity_requested 2026-03-12", "clarification_received 2026-03-13").status,
    ).toBe("paused");
  });

  it("takes an answer at the instant of its question as an answer", () => {
    expect(
      asked("2026-03-10", "identity_received 2026-03-12T08:00:00Z", "identity_requested 2026-03-12T08:00:00Z")
        .status,
    ).toBe("running");
  });

  it("is not a fee that is not paid: the GDPR knows no such pause", () => {
    const clock = asked("2026-03-10", "fee_requested 2026-03-12", "fee_confirmed 2026-03-20");
    expect(clock).toMatchObject({ status: "running", nominal: "2026-04-10" });
    expect(rulesOf(clock).filter((rule) => rule === "question_without_pause")).toHaveLength(1);
    expect(rulesOf(clock)).not.toContain("answer_without_question");
  });
});
