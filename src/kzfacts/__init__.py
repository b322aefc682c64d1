"""kzfacts: who said what, in which role, at which event, from Kazakh news."""

__version__ = "0.1.0"
