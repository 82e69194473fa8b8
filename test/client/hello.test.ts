// What a client says first, and says again.
import { expect, test } from "vitest";
import { helloFrom } from "../../src/client/hello.ts";
import { emptyRoom } from "../../src/client/state.ts";
import { ann } from "../support/scripted-room.ts";

const empty = emptyRoom("lobby");

test("a first hello has a wish for a name at most", () => {
  expect(helloFrom(empty, undefined)).toEqual({ type: "hello", credit: true });
  expect(helloFrom(empty, "Ann")).toEqual({ type: "hello", credit: true, name: "Ann" });
});

test("a hello that resumes says where, and leaves out an id that it does not know", () => {
  const at = { ...empty, epoch: "id-1", cursor: 7, last: "id-7" };
  expect(helloFrom(at, undefined)).toEqual({ type: "hello", credit: true, epoch: "id-1", cursor: 7, last: "id-7" });
});

test("a name that the room gave is no name of Ann's, one that she has there is", () => {
  const you = { ...ann, role: "member" };
  expect(helloFrom({ ...empty, you: { ...you, name: "k3f9aaaa", guest: true } }, "Anna").name).toBe("Anna");
  expect(helloFrom({ ...empty, you }, "Anna").name).toBe("Ann");
});
