"""`python -m hedgescan`."""

from hedgescan.cli import main

if __name__ == "__main__":
    main()
