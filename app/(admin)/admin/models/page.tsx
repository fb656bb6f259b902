import type { Metadata } from "next";
import { ModelsPage } from "./_components/models-page";

export const metadata: Metadata = { title: "Added models" };

export default function Page() {
  return <ModelsPage />;
}
