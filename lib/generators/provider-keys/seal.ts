import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { say } from "@/lib/messages/say";
import { env } from "@/lib/platform/env";
import { BoardsError } from "@/lib/platform/errors";

/** A secret as it is stored: AES-256-GCM, with the name of the key that sealed it. All but the name in base64. */
export interface Sealed {
  /** The first eight hex digits of the key's SHA-256. */
  key: string;
  nonce: string;
  tag: string;
  text: string;
}

const nonceBytes = 12;
const tagBytes = 16;

/** Seals a secret with the first of BOARDS_ENCRYPTION_KEYS. `purpose` is bound to it: what is sealed for one row cannot be moved to another. */
export function seal(secret: string, purpose: string): Sealed {
  const [first] = keys();
  if (!first)
    throw new BoardsError("input.invalid", {
      message: say("reasons.provider.noEncryption"),
    });
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", first.bytes, nonce).setAAD(Buffer.from(purpose));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return { key: first.name, nonce: nonce.toString("base64"), tag: cipher.getAuthTag().toString("base64"), text: text.toString("base64") };
}

/** Opens what `seal` sealed for the same purpose, by whichever of the keys it was. Throws `provider.not_configured` when it cannot be opened. */
export function unseal(sealed: Sealed, purpose: string): string {
  const key = keys().find(({ name }) => name === sealed.key);
  if (!key) throw new BoardsError("provider.not_configured", { message: say("reasons.provider.sealedKey.missing") });
  try {
    // The length is insisted on: GCM would take a tag of four bytes, which can be guessed.
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, Buffer.from(sealed.nonce, "base64"), { authTagLength: tagBytes })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(Buffer.from(sealed.tag, "base64"));
    return Buffer.concat([decipher.update(Buffer.from(sealed.text, "base64")), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new BoardsError("provider.not_configured", { message: say("reasons.provider.sealedKey.changed"), cause });
  }
}

/** Whether it was sealed with the key that seals now. */
export const isSealedWithFirst = (sealed: Sealed) => keys()[0]?.name === sealed.key;

function keys() {
  return env().encryptionKeys.map((given) => {
    const bytes = createHash("sha256").update(given).digest();
    return { bytes, name: createHash("sha256").update(bytes).digest("hex").slice(0, 8) };
  });
}
