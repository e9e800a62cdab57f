-- What the table declarations cannot say: the record of activations is only ever added to.
CREATE FUNCTION "policy_activation_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Activations of policies are never changed or removed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "policy_activation_stays" BEFORE UPDATE OR DELETE ON "policy_activation"
  FOR EACH STATEMENT EXECUTE FUNCTION "policy_activation_stays"();--> statement-breakpoint

-- The versions that were in force before there was a record.
INSERT INTO "policy_activation" ("version", "activated_by", "activated_at", "reason")
SELECT "version", "created_by", "created_at", 'The policy that this database started with' FROM "policy" WHERE "active";
