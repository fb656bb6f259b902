import Link from "next/link";
import { say } from "@/lib/messages/say";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 px-6">
      <h1 className="font-serif text-5xl">{say("app.notFound.title")}</h1>
      <p className="text-muted">{say("app.notFound.text")}</p>
      <Link href="/" className="rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent">
        {say("app.notFound.home")}
      </Link>
    </main>
  );
}
