// A browser that is pushed to, for tests: it has keys, and reads what was encrypted to it as RFC 8291 says, by nothing of ours.
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

export interface PushBrowser {
  keys: { p256dh: string; auth: string };
  /** What a body says. Throws where it was not encrypted to this browser, or was changed on its way. */
  read(body: Uint8Array): unknown;
}

/** A browser with new keys. */
export function pushBrowser(): PushBrowser {
  const pair = createECDH("prime256v1");
  const ours = pair.generateKeys();
  const auth = randomBytes(16);
  return {
    keys: { p256dh: ours.toString("base64url"), auth: auth.toString("base64url") },
    read(body) {
      const bytes = Buffer.from(body);
      const salt = bytes.subarray(0, 16);
      const length = bytes.readUInt8(20);
      const theirs = bytes.subarray(21, 21 + length);
      const record = bytes.subarray(21 + length);
      if (bytes.readUInt32BE(16) < record.length) throw new Error("more than one record");
      const secret = pair.computeSecret(theirs);
      const from = (key: Uint8Array, with_: Uint8Array, info: Uint8Array, size: number) =>
        Buffer.from(hkdfSync("sha256", key, with_, info, size));
      const whose = Buffer.concat([Buffer.from("WebPush: info\0"), ours, theirs]);
      const key = from(secret, auth, whose, 32);
      const cipher = createDecipheriv(
        "aes-128-gcm",
        from(key, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16),
        from(key, salt, Buffer.from("Content-Encoding: nonce\0"), 12),
      );
      cipher.setAuthTag(record.subarray(-16));
      const padded = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
      const end = padded.lastIndexOf(2);
      if (padded.subarray(end + 1).some((byte: number) => byte !== 0)) throw new Error("no end of the last record");
      return JSON.parse(padded.subarray(0, end).toString());
    },
  };
}
