import type { Metadata } from "next";
import { Explorer } from "./explorer";

export const metadata: Metadata = { title: "GraphiQL" };

export default function GraphiqlPage() {
  return <Explorer />;
}
