"""The settings of this machine: language, appearance, printers, folders."""
