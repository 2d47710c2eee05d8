"""The rules: what is a hedge, who is a source, what hangs on whom.  They read parses and lexicons and know nothing of files or formats."""
