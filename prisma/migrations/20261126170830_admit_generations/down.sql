DROP FUNCTION "boards"."admit_generations"(int, int, int);
DROP FUNCTION "boards"."next_turn"(int, int);
