import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import * as z from "zod";
import { say } from "@/lib/messages/say";

/** A password that someone chooses. */
export const newPassword = z.string().min(10, say("reasons.password.tooShort")).max(200, say("reasons.password.tooLong"));

/** argon2id, as OWASP's password storage cheat sheet says: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let decoy: Promise<string> | undefined;

/** Whether this is the password that the hash was made of; without a hash it never is, after the same work. */
export async function isPasswordOf(passwordHash: string | undefined, given: string): Promise<boolean> {
  decoy ??= hashPassword(randomUUID());
  return (await verify(passwordHash ?? (await decoy), given)) && passwordHash !== undefined;
}
