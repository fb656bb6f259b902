import { PageNotFound } from "./_components/page-not-found";

export default function NotFound() {
  return (
    <main className="flex min-h-dvh">
      <PageNotFound />
    </main>
  );
}
