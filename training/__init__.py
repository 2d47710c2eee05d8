"""The recipe that makes the shipped English pipeline from public treebanks; not part of the wheel."""
