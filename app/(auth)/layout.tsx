import type { ReactNode } from "react";
import { Messages } from "@/app/_components/messages";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-8 px-6 py-16">
      <span className="font-serif text-2xl">Boards</span>
      <Messages of={["auth"]}>{children}</Messages>
    </main>
  );
}
