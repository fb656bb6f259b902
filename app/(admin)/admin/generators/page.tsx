import type { Metadata } from "next";
import { GeneratorsPage } from "./_components/generators-page";

export const metadata: Metadata = { title: "Generators" };

export default function Page() {
  return <GeneratorsPage />;
}
