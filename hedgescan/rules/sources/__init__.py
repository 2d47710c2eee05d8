"""Sources: who they are, how well the reader can identify them, and through whom they came."""
