"""All that is known about English syntax."""
