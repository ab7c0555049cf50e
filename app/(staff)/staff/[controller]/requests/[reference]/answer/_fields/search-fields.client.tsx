"use client";
import { Choice, type Kit, Line, Lines, Rows } from "./field-kit.client";

const BLANK = { system: "", custodian: "", terms: "", result: "" };

/** Where was searched, with which details, and what came of it: what an answer rests on. */
export function SearchFields(kit: Kit) {
  return (
    <Rows {...kit} at="searches" say="searches" blank={BLANK}>
      {(path) => (
        <>
          <Line {...kit} at={`${path}.system`} say="searches.system" />
          <Line {...kit} at={`${path}.custodian`} say="searches.custodian" optional />
          <Lines {...kit} at={`${path}.terms`} say="searches.terms" rows={2} />
          <Choice {...kit} at={`${path}.result`} say="searches.result" choices={["found", "nothing"]} />
        </>
      )}
    </Rows>
  );
}
