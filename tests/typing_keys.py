"""The hands of the tests: real key events, one place to import them from."""

from cgcounter.gui.keystrokes import commit, compose, moment, press, scan, strike, type_text

__all__ = ["commit", "compose", "moment", "press", "scan", "strike", "type_text"]
