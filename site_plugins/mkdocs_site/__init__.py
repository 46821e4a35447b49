"""The door: records and pages go in, MkDocs' files and contexts come out. With hooks/, all that knows MkDocs."""
