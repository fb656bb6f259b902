import { TrashPage } from "./_components/trash-page";

export default function Page() {
  return <TrashPage />;
}
