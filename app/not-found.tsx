import Link from "next/link";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-4 px-6">
      <h1 className="font-serif text-5xl">Nothing here</h1>
      <p className="text-muted">This page does not exist, or it is not yours to see.</p>
      <Link href="/" className="rounded-full bg-accent px-5 py-2.5 font-medium text-on-accent">
        To your boards
      </Link>
    </main>
  );
}
