"""What helps an editor before a mistake is made: a file to fill in, schemas for completion while typing."""
