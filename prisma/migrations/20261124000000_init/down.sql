-- The first migration made everything, so going back leaves nothing.
DROP SCHEMA "boards" CASCADE;
