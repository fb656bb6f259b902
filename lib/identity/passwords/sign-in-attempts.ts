import { networkOf } from "@/lib/platform/caller/request-address";
import { currentRequest } from "@/lib/platform/caller/request-context";
import { limitOf } from "@/lib/platform/limits/rate-limits";
import { forgive, type Guesser, slowGuessing } from "@/lib/platform/limits/slow-guessing";

const dayInSeconds = 24 * 3600;
const hourInSeconds = 3600;
/** An office of people who mistype shares one address. */
const moreAtOneAddress = 3;

/**
 * Tries a password of the account with this e-mail address, whether or not there is one. Wrong tries from a browser that has signed in to it
 * before count for that browser alone; all others count for the account together, and for the address that they come from.
 */
export function attemptSignIn<T>({ email, device }: { email: string; device: string | null }, attempt: () => Promise<T>): Promise<T> {
  return slowGuessing(device ? [browser(device)] : [address(), strangersAt(email)], ["auth.wrong_credentials"], attempt);
}

/** Tries the password of someone who is signed in. Whoever stole a session keeps nobody from signing in, and is not helped by it either. */
export function attemptPasswordOf<T>(accountId: string, attempt: () => Promise<T>): Promise<T> {
  return slowGuessing([{ ...strangersAt(accountId), kind: "ownPassword" }], ["auth.wrong_credentials"], attempt);
}

/** Forgets the wrong tries of strangers at an account: whoever has set its password signs in now, from wherever they are. */
export function forgiveStrangersAt(email: string): Promise<void> {
  return forgive(strangersAt(email));
}

const browser = (device: string): Guesser => ({
  kind: "device",
  name: device,
  freeTries: limitOf("signIn"),
  memorySeconds: dayInSeconds,
  isForgiven: true,
});

const strangersAt = (email: string): Guesser => ({
  kind: "account",
  name: email,
  freeTries: limitOf("signIn"),
  memorySeconds: dayInSeconds,
  isForgiven: true,
});

const address = (): Guesser => ({
  kind: "address",
  name: networkOf(currentRequest().ipAddress),
  freeTries: moreAtOneAddress * limitOf("signIn"),
  memorySeconds: hourInSeconds,
  isForgiven: false,
});
