"""The version, where both the package and its metadata find it without importing anything."""

VERSION = "0.1.0"
