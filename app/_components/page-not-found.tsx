import Link from "next/link";
import { say } from "@/lib/messages/say";

/** What stands in the place of a page that isn't there, and the way back. */
export function PageNotFound() {
  return (
    <div className="m-auto flex max-w-md flex-col items-start gap-4 px-6">
      <h1 className="font-serif text-5xl">{say("app.notFound.title")}</h1>
      <p className="text-muted">{say("app.notFound.text")}</p>
      <Link href="/" className="rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent">
        {say("app.notFound.home")}
      </Link>
    </div>
  );
}
