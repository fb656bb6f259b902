-- AlterTable
ALTER TABLE "boards"."generations" DROP COLUMN "peaks",
DROP COLUMN "strip_frames";
