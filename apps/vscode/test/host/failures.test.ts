import assert from "node:assert/strict";
import { RazeError } from "@raze-contacts/core";
import { rateLimited } from "@raze-contacts/sandbox/faults";
import * as vscode from "vscode";
import { errorKind } from "../../src/contacts/base/diskFailures.ts";
import { errorSentence } from "../../src/words/errorSentence.ts";
import { answering, showText, useSignedIn } from "./product.ts";

describe("a call that failed", () => {
  const product = useSignedIn();

  it("for want of calls is told with the time from which there are new ones", async () => {
    const document = await showText(product);
    for (const command of ["raze.reloadContact", "raze.reviewChanges"]) {
      product.sandbox.faults.next(rateLimited({ header: "3600" }), { on: "get" });
      const told = await answering(undefined, () => vscode.commands.executeCommand(command, document.uri));
      assert.equal(told.length, 1);
      assert.match(told[0] ?? "", /^This hour's calls are used up until \d+:\d+.*\.$/);
    }
  });

  it("is told in no programmer's words", () => {
    const sentence = (reason: RazeError["reason"]) => errorSentence(new RazeError({ reason }));
    assert.equal(sentence("rate_limited"), "This hour's calls are used up.");
    assert.equal(sentence("timed_out"), "The server took too long to answer. Try again.");
    assert.equal(sentence("values_refused"), "The server refused the call.");
  });
});

describe("a disk that failed", () => {
  it("is in the log without the name of a file, which names a contact", () => {
    const file = vscode.Uri.parse("file:///bases/cnt_abc123def456.raze-contact.json");
    const kinds = [
      vscode.FileSystemError.NoPermissions(file),
      new Error(`Unable to write file '${file.path}' (Error: ENOSPC: no space left on device, write)`),
      `${file.path}: full`,
    ].map(errorKind);
    assert.deepEqual(kinds, ["NoPermissions (FileSystemError)", "Error ENOSPC", "string"]);
  });
});
