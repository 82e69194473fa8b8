import { describe, expect, it } from "vitest";
import { hindranceOf } from "../../../../src/client/ui/notice/hindrance.ts";

describe("The choice", () => {
  it("is not there on plain http, on an iPhone that has not installed Parlor, and where the browser was told no", () => {
    expect(hindranceOf({ secure: false, permission: "default", ios: false })).toBe("insecure");
    expect(hindranceOf({ secure: true, permission: undefined, ios: true })).toBe("install");
    expect(hindranceOf({ secure: true, permission: undefined, ios: false })).toBe("none");
    expect(hindranceOf({ secure: true, permission: "denied", ios: false })).toBe("blocked");
    expect(hindranceOf({ secure: true, permission: "default", ios: true })).toBeUndefined();
    expect(hindranceOf({ secure: true, permission: "granted", ios: false })).toBeUndefined();
  });
});
