-- AlterTable
ALTER TABLE "boards"."generations" ADD COLUMN     "peaks" VARCHAR(400),
ADD COLUMN     "strip_frames" SMALLINT NOT NULL DEFAULT 0;
